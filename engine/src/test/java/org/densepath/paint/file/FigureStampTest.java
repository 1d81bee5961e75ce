package org.densepath.paint.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.densepath.BadInputException;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.SampleFigures;
import org.densepath.paint.SeriesPalette;
import org.densepath.paint.Theme;
import org.densepath.paint.font.Typeface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureStampTest {
    @TempDir
    Path folder;

    private static List<Figure> figures() {
        return List.of(
                SampleFigures.heatmap(),
                SampleFigures.stacked().withColours(ColourMap.SIGNED_GREY).withStyle(HeatmapStyle.ROOMY),
                SampleFigures.curves(300),
                SampleFigures.bars(),
                SampleFigures.radar(),
                SampleFigures.pair());
    }

    private static KeptFigure kept(Figure figure) {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", "2026-01-31 a<b> & \"c\" 数學 'd'");
        provenance.put("step", "41");
        provenance.put("settings", "sha256:0123");
        FigureSize size = new FigureSize(133, OptionalDouble.of(90), 110);
        return new KeptFigure(
                figure, new FigureSettings(size, SeriesPalette.GREYS.on(Theme.DARK), Typeface.SERIF), provenance);
    }

    @Test
    void everyFormatKeepsTheFigureAndDrawsItAgainToTheByte() throws Exception {
        for (Figure figure : figures()) {
            KeptFigure kept = kept(figure);
            byte[] png = FigureFile.bytes(kept, FigureFormat.PNG);
            byte[] svg = FigureFile.bytes(kept, FigureFormat.SVG);
            for (FigureFormat format : FigureFormat.values()) {
                Path file = folder.resolve("figure." + format.extension());
                FigureFile.replace(file, kept, format);
                KeptFigure again = FigureFile.read(file);
                assertEquals(kept.provenance(), again.provenance(), format.label());
                assertEquals(
                        List.copyOf(kept.provenance().keySet()),
                        List.copyOf(again.provenance().keySet()));
                assertEquals(kept.settings(), again.settings());
                assertEquals(figure.caption(), again.figure().caption());
                assertArrayEquals(png, FigureFile.bytes(again, FigureFormat.PNG), format.label());
                assertArrayEquals(svg, FigureFile.bytes(again, FigureFormat.SVG), format.label());
                assertArrayEquals(Files.readAllBytes(file), FigureFile.bytes(again, format), format.label());
            }
        }
    }

    @Test
    void ofDenseCurvesItKeepsWhatCanBeSeen() {
        CurveFigure dense = SampleFigures.curves(50_000);
        byte[] stamp = FigureStamp.of(kept(dense)).getBytes(StandardCharsets.US_ASCII);
        assertTrue(stamp.length < 800_000, stamp.length + " bytes");
        KeptFigure again = FigureStamp.find("dense", stamp).orElseThrow();
        double[] all = dense.panels().getFirst().series().getFirst().y();
        double[] kept = ((CurveFigure) again.figure())
                .panels()
                .getFirst()
                .series()
                .getFirst()
                .y();
        assertTrue(kept.length < 2_000, kept.length + " points");
        assertEquals(
                Arrays.stream(all).max().orElseThrow(),
                Arrays.stream(kept).max().orElseThrow());
        assertEquals(
                Arrays.stream(all).min().orElseThrow(),
                Arrays.stream(kept).min().orElseThrow());
    }

    @Test
    void theStampIsPlainAsciiThatMarkupTakesAsItIs() {
        String stamp = FigureStamp.of(kept(SampleFigures.heatmap()));
        assertTrue(stamp.chars().allMatch(c -> c >= ' ' && c < 0x7f), stamp);
        assertFalse(stamp.matches(".*[<>&'].*"));
        assertTrue(stamp.contains("\"step\":\"41\""));
    }

    @Test
    void aTextFileStaysReadableAfterAnEditorChangedItsLineEnds() throws Exception {
        KeptFigure kept = kept(SampleFigures.bars());
        String csv = new String(FigureFile.bytes(kept, FigureFormat.CSV), StandardCharsets.UTF_8);
        Path file = Files.writeString(folder.resolve("a.csv"), csv.replace("\n", "\r\n"));
        assertEquals(kept.provenance(), FigureFile.read(file).provenance());
    }

    @Test
    void aFileWithoutAFigureIsToldFrom() throws Exception {
        Path file = Files.writeString(folder.resolve("a.svg"), "<svg/>");
        assertTrue(assertThrows(BadInputException.class, () -> FigureFile.read(file))
                .getMessage()
                .contains("keeps no figure"));
        assertThrows(BadInputException.class, () -> FigureFile.read(folder.resolve("none.png")));
    }

    @Test
    void aSpoiledStampAndANewerOneAreRefusedInASentence() throws Exception {
        for (String stamp : List.of(
                "{\"densepath\":1,\"provenance\":{},\"figure\":\"AAAA\"}",
                "{\"densepath\":1}",
                "{\"densepath\":1,\"prov",
                "{\"densepath\":2,\"figure\":\"\"}")) {
            Path file = Files.writeString(folder.resolve("a.html"), "<!doctype html>" + stamp);
            String sentence = assertThrows(BadInputException.class, () -> FigureFile.read(file))
                    .getMessage();
            assertTrue(sentence.endsWith("."), sentence);
        }
    }
}
