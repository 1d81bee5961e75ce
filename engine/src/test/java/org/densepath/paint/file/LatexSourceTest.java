package org.densepath.paint.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.densepath.paint.CreditedText;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.SampleFigures;
import org.densepath.paint.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatexSourceTest {
    @TempDir
    Path folder;

    private static String source(Figure figure, Theme theme) throws Exception {
        FigureSettings settings = FigureSettings.of(FigureSize.millimetres(150, 200), theme);
        Map<String, String> provenance = Map.of("run", "50%_of #1 & \\more");
        return new String(
                FigureFile.bytes(new KeptFigure(figure, settings, provenance), FigureFormat.TEX),
                StandardCharsets.UTF_8);
    }

    @Test
    void specialCharactersAreEscaped() {
        assertEquals("50\\% \\_ \\#1 \\& \\$x\\$ \\{a\\} \\textbackslash{}n", LatexText.of("50% _ #1 & $x$ {a} \\n"));
        assertEquals("\\ \\ a\\ b", LatexText.solid("  a b"));
        assertEquals("\\^{r}", LatexText.of("r\u0302"));
        assertEquals("\\ensuremath{\\lambda}\\ensuremath{\\geq}1", LatexText.of("λ≥1"));
        assertEquals("\\dpchar{数}{6570}", LatexText.of("数"));
    }

    @Test
    void tokensHaveThePalettesColours() throws Exception {
        HeatmapFigure figure =
                HeatmapFigure.of("", "r", List.of(new CreditedText("", List.of("up", " down"), new float[] {1, -1})));
        String source = source(figure, Theme.PAPER);
        assertTrue(source.contains("\\dptoken{232,115,12}{"), source);
        assertTrue(source.contains("\\dptoken{47,127,200}{"), source);
    }

    @Test
    void denseCurvesFitIntoTexsMemory() throws Exception {
        String source = source(SampleFigures.curves(50_000), Theme.PAPER);
        long points = source.lines().filter(l -> l.startsWith("(")).count();
        assertTrue(points < 20_000, points + " points");
    }

    @Test
    void whatWasMeasuredHasItsMarksAndWhiskers() throws Exception {
        String source = source(SampleFigures.measured(), Theme.PAPER);
        assertTrue(source.contains("mark=*, mark size=1.1pt, very thin, error bars/.cd"), source);
        assertTrue(source.contains("(40.0,0.33)\n += (0,0.03"), source.substring(0, 3000));
        assertTrue(source.contains("mark=diamond*"), source);
        assertTrue(source.contains("xmode=log"), source);
        assertTrue(source.contains("only marks, mark=*"), source);
    }

    @Test
    void everyFigureCompilesWithPlainPdflatex() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdflatex")), "pdflatex");
        List<String> names = new ArrayList<>();
        List<Figure> figures = new ArrayList<>(List.of(
                SampleFigures.heatmap(),
                SampleFigures.stacked(),
                SampleFigures.curves(200),
                SampleFigures.curves(20_000),
                SampleFigures.bars(),
                SampleFigures.radar(),
                SampleFigures.measured(),
                SampleFigures.pair()));
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            if (Character.isDefined(c) && !Character.isSurrogate((char) c)) {
                all.appendCodePoint(c).append(c % 16 == 0 ? " " : "");
            }
        }
        figures.add(HeatmapFigure.of(
                "<\\%", "x", List.of(new CreditedText(all.substring(0, 500), List.of(all.toString()), new float[1]))));
        StringBuilder document = new StringBuilder("""
            \\documentclass{article}
            \\usepackage{pgfplots}\\pgfplotsset{compat=1.16}\\usepgfplotslibrary{groupplots}
            \\begin{document}
            """);
        for (Theme theme : List.of(Theme.PAPER, Theme.DARK)) {
            for (Figure figure : figures) {
                String name = "figure" + names.size();
                names.add(name);
                Files.writeString(folder.resolve(name + ".tex"), source(figure, theme));
                document.append("\\input{").append(name).append("}\\clearpage\n");
            }
        }
        Files.writeString(folder.resolve("all.tex"), document + "\\end{document}\n");
        Process process = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        String log = Files.readString(folder.resolve("out.txt"), StandardCharsets.ISO_8859_1);
        assertEquals(0, process.exitValue(), log.substring(Math.max(0, log.length() - 1500)));
    }
}
