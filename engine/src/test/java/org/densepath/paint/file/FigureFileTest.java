package org.densepath.paint.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.densepath.BadInputException;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.CreditedText;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.HeatmapPainter;
import org.densepath.paint.Ink;
import org.densepath.paint.SampleFigures;
import org.densepath.paint.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureFileTest {
    private static final FigureSize SIZE = FigureSize.millimetres(120, 192);
    private static final Map<String, String> PROVENANCE = Map.of("run", "a<b & c");

    @TempDir
    Path folder;

    private static KeptFigure kept(Figure figure) {
        return new KeptFigure(figure, FigureSettings.of(SIZE, Theme.PAPER), PROVENANCE);
    }

    private static byte[] bytes(Figure figure, FigureFormat format) throws Exception {
        return FigureFile.bytes(kept(figure), format);
    }

    private static Document xml(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<Element> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<Element> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add((Element) nodes.item(i));
        }
        return texts;
    }

    @Test
    void svgHoldsEveryTokenAsText() throws Exception {
        HeatmapFigure figure = SampleFigures.heatmap();
        StringBuilder all = new StringBuilder();
        texts(xml(bytes(figure, FigureFormat.SVG))).forEach(t -> all.append(t.getTextContent()));
        String tokens = String.join("", figure.texts().getFirst().tokens());
        assertTrue(all.toString().contains(tokens.replace("\n", "⏎")), all.toString());
    }

    @Test
    void svgKeepsBlanksAndWidthsOfTexts() throws Exception {
        for (Element text : texts(xml(bytes(SampleFigures.heatmap(), FigureFormat.SVG)))) {
            assertEquals("preserve", text.getAttribute("xml:space"));
            assertTrue(Double.parseDouble(text.getAttribute("textLength")) > 0);
        }
    }

    @Test
    void svgSaysWhatItShowsAndWhereItComesFrom() throws Exception {
        Document svg = xml(bytes(SampleFigures.heatmap(), FigureFormat.SVG));
        assertEquals(
                "Dense reward of one response",
                svg.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(svg.getElementsByTagName("desc").item(0).getTextContent().startsWith("r̂ = "));
        String stamp = svg.getElementsByTagName("metadata").item(0).getTextContent();
        assertEquals(
                "a<b & c",
                new ObjectMapper().readTree(stamp).at("/provenance/run").asText());
        assertEquals("120mm", svg.getDocumentElement().getAttribute("width"));
    }

    @Test
    void svgIsWellFormedWhateverTokensHold() throws Exception {
        List<String> tokens =
                List.of("<text ", "&amp;", "\0\u001b", "\ud83d", "\ude42", "]]>", "'\"", "\uffff", "\u202e");
        HeatmapFigure figure = HeatmapFigure.of("\1 <b>", "x", List.of(new CreditedText("", tokens, new float[9])));
        Document svg = xml(bytes(figure, FigureFormat.SVG));
        assertTrue(texts(svg).stream().anyMatch(t -> t.getTextContent().equals("<text ")));
    }

    @Test
    void everyFigureIsWrittenTheSameTwice() throws Exception {
        for (Figure figure : List.of(
                SampleFigures.heatmap(),
                SampleFigures.stacked(),
                SampleFigures.curves(3000),
                SampleFigures.bars(),
                SampleFigures.radar(),
                SampleFigures.pair())) {
            for (FigureFormat format : FigureFormat.values()) {
                assertArrayEquals(bytes(figure, format), bytes(figure, format));
            }
        }
    }

    @Test
    void svgOfDenseCurvesStaysSmall() throws Exception {
        byte[] svg = bytes(SampleFigures.curves(50_000), FigureFormat.SVG);
        xml(svg);
        assertTrue(svg.length < 1_000_000, svg.length + " bytes");
    }

    @Test
    void pngHasTheColoursOfTheCredit() throws Exception {
        List<String> tokens = List.of("     ", "     ", "     ", "     ");
        HeatmapFigure figure = HeatmapFigure.of(
                "", "reward", List.of(new CreditedText("", tokens, new float[] {1, 0, -1, Float.NaN})));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(figure, FigureFormat.PNG)));
        AwtTextMeasure measure = new AwtTextMeasure();
        HeatmapPainter painter = new HeatmapPainter(figure, Theme.PAPER, measure, SIZE.widthUnits());
        Ink[] seen = new Ink[4];
        for (int i = 0; i < 4; i++) {
            HeatmapLayout.Fragment f = painter.layout(0).fragments(i).getFirst();
            double x = Theme.PAPER.margin() + f.x() + f.width() / 2;
            double y = painter.textTop(0) + painter.layout(0).lineHeight() / 2;
            seen[i] = new Ink(image.getRGB((int) (2 * x), (int) (2 * y)));
        }
        assertEquals(Theme.PAPER.background(), seen[1]);
        assertEquals(Theme.PAPER.background(), seen[3]);
        assertTrue(seen[0].red() > seen[0].blue() + 50, "orange " + seen[0]);
        assertTrue(seen[2].blue() > seen[2].red() + 50, "blue " + seen[2]);
    }

    @Test
    void pngIsBackgroundAtAllItsEdges() throws Exception {
        for (Figure figure : List.of(
                SampleFigures.heatmap(), SampleFigures.curves(100), SampleFigures.bars(), SampleFigures.pair())) {
            FigureSettings dark = FigureSettings.of(FigureSize.millimetres(133, 111), Theme.DARK);
            byte[] png = FigureFile.bytes(kept(figure).with(dark), FigureFormat.PNG);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            for (int y : new int[] {0, image.getHeight() - 1}) {
                for (int x = 0; x < image.getWidth(); x++) {
                    assertEquals(Theme.DARK.background(), new Ink(image.getRGB(x, y)));
                }
            }
        }
    }

    @Test
    void pngKnowsItsDensityAndItsOrigin() throws Exception {
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        byte[] png = bytes(SampleFigures.bars(), FigureFormat.PNG);
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
        assertEquals(Math.round(120 / 25.4 * 192), reader.getWidth(0));
        Element tree = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        Element density = (Element) tree.getElementsByTagName("pHYs").item(0);
        assertEquals("7559", density.getAttribute("pixelsPerUnitXAxis"));
        assertEquals("meter", density.getAttribute("unitSpecifier"));
        NodeList entries = tree.getElementsByTagName("iTXtEntry");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < entries.getLength(); i++) {
            texts.add(((Element) entries.item(i)).getAttribute("text"));
        }
        assertTrue(texts.contains(FigureStamp.of(kept(SampleFigures.bars()))), texts.toString());
    }

    @Test
    void writeLeavesNothingButTheFile() throws Exception {
        Path file = folder.resolve("figure.svg");
        FigureFile.write(file, kept(SampleFigures.bars()), FigureFormat.SVG);
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void writeRefusesAFileThatExists() throws Exception {
        Path file = Files.writeString(folder.resolve("figure.svg"), "mine");
        assertThrows(
                BadInputException.class, () -> FigureFile.write(file, kept(SampleFigures.bars()), FigureFormat.SVG));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aDiskThatRefusesIsToldInOneSentence() {
        Path nowhere = folder.resolve("no such folder").resolve("figure.csv");
        WriteRefused refused = assertThrows(
                WriteRefused.class, () -> FigureFile.write(nowhere, kept(SampleFigures.bars()), FigureFormat.CSV));
        assertEquals("Cannot write " + nowhere + ": there is no such folder.", refused.getMessage());
    }

    @Test
    void aFullDiskKeepsTheOlderFileAndLeavesNoHalfOne() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full");
        WriteRefused refused =
                assertThrows(WriteRefused.class, () -> FigureFile.fill(full, new byte[10], StandardOpenOption.WRITE));
        assertEquals("Cannot write /dev/full: the disk is full.", refused.getMessage());
        assertEquals("Free space on that disk, or choose another folder.", refused.whatToDo());
    }

    @Test
    void pngRefusesMorePixelsThanMemoryHolds() {
        List<String> tokens = Collections.nCopies(100_000, "line\n");
        HeatmapFigure figure = HeatmapFigure.of("", "x", List.of(new CreditedText("", tokens, new float[100_000])));
        assertThrows(BadInputException.class, () -> bytes(figure, FigureFormat.PNG));
    }

    @Test
    void sizeRefusesWhatNoPageHas() {
        assertThrows(BadInputException.class, () -> FigureSize.millimetres(0, 300));
        assertThrows(BadInputException.class, () -> FigureSize.millimetres(85, Double.NaN));
    }
}
