package org.densepath.paint.file;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.densepath.BadInputException;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.FigurePainter;
import org.densepath.paint.Graphics2DSurface;

/// Figures as PNG.
final class PngPicture {
    private static final String FORMAT = "javax_imageio_png_1.0";
    /// A quarter of a gigabyte while drawing.
    private static final long MOST_PIXELS = 64_000_000;

    private PngPicture() {}

    /// `figure` at `scale` pixels a unit.
    static BufferedImage draw(FigurePainter figure, AwtTextMeasure measure, double scale) {
        long width = Math.round(figure.width() * scale);
        long height = Math.max(1, Math.round(figure.height() * scale));
        if (width * height > MOST_PIXELS) {
            throw new BadInputException("The picture would have " + width + " × " + height
                    + " pixels, more than 64 million; choose fewer pixels per inch, fewer tokens, or SVG.");
        }
        BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            figure.paint(Graphics2DSurface.ofPixels(graphics, measure, scale));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /// The file's bytes.
    ///
    /// @param dpi kept in the `pHYs` chunk
    /// @param texts kept in `iTXt` chunks by keyword
    static byte[] bytes(BufferedImage image, double dpi, Map<String, String> texts) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            metadata.mergeTree(FORMAT, tree(dpi, texts));
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode tree(double dpi, Map<String, String> texts) {
        String perMetre = Long.toString(Math.round(dpi / 0.0254));
        IIOMetadataNode density = node(
                "pHYs",
                Map.of("pixelsPerUnitXAxis", perMetre, "pixelsPerUnitYAxis", perMetre, "unitSpecifier", "meter"));
        IIOMetadataNode all = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> all.appendChild(node(
                "iTXtEntry",
                Map.of(
                        "keyword", keyword,
                        "compressionFlag", "FALSE",
                        "compressionMethod", "0",
                        "languageTag", "",
                        "translatedKeyword", "",
                        "text", text))));
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(density);
        root.appendChild(all);
        return root;
    }

    private static IIOMetadataNode node(String name, Map<String, String> attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        attributes.forEach(node::setAttribute);
        return node;
    }
}
