package org.densepath.paint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;

/// Figures as files that know where they come from: title, caption, and a JSON text of the caller's (run, step,
/// seed, settings) are inside. The same figure gives the same bytes on one machine.
public final class FigureFile {
    private FigureFile() {}

    /// Writes `figure` to `file`, which appears whole or not at all.
    ///
    /// @param metadata JSON, kept word for word: in SVG's `<metadata>`, in PNG's `densepath` text @throws
    /// BadInputException when the file exists, or the picture would be too large to draw
    public static void write(
            Path file, Figure figure, FigureFormat format, FigureSize size, Theme theme, String metadata)
            throws IOException {
        if (Files.exists(file)) {
            throw new BadInputException(file + " exists already; choose another name or remove it first.");
        }
        replace(file, figure, format, size, theme, metadata);
    }

    /// As [#write], in place of a file that may exist.
    public static void replace(
            Path file, Figure figure, FigureFormat format, FigureSize size, Theme theme, String metadata)
            throws IOException {
        byte[] bytes = bytes(figure, format, size, theme, metadata);
        Path whole = file.toAbsolutePath();
        // not a system temporary file, whose access rights the figure would keep
        Path part = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// What [#write] puts into the file: for the clipboard or another container.
    public static byte[] bytes(Figure figure, FigureFormat format, FigureSize size, Theme theme, String metadata)
            throws IOException {
        AwtTextMeasure measure = new AwtTextMeasure();
        FigurePainter painter = FigurePainter.of(figure, theme, measure, size.widthUnits(), size.heightUnits());
        return switch (format) {
            case PNG ->
                PngPicture.bytes(PngPicture.draw(painter, measure, size.scale()), size.dpi(), texts(figure, metadata));
            case SVG -> {
                SvgSurface surface = new SvgSurface(painter.width(), painter.height(), measure);
                painter.paint(surface);
                yield surface.document(size.widthMillimetres(), figure.title(), figure.caption(), metadata)
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private static Map<String, String> texts(Figure figure, String metadata) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", figure.title());
        texts.put("Description", figure.caption());
        texts.put("Software", "DensePath Workbench");
        texts.put("densepath", metadata);
        return texts;
    }
}
