package org.densepath.paint.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.densepath.paint.CreditedText;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.SampleFigures;
import org.densepath.paint.Theme;
import org.densepath.paint.font.FontStack;
import org.densepath.paint.font.Typeface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPageTest {
    @TempDir
    Path folder;

    private static byte[] pdf(Figure figure) throws Exception {
        FigureSettings settings = FigureSettings.of(FigureSize.millimetres(170, 200), Theme.PAPER);
        return FigureFile.bytes(new KeptFigure(figure, settings, Map.of("step", "41")), FigureFormat.PDF);
    }

    private static HeatmapFigure line(String... tokens) {
        return HeatmapFigure.of("", "reward", List.of(new CreditedText("", List.of(tokens), new float[tokens.length])));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyFontIsEmbedded() throws Exception {
        for (Figure figure : List.of(
                SampleFigures.heatmap(), SampleFigures.curves(100), SampleFigures.bars(), SampleFigures.pair())) {
            try (PDDocument document = Loader.loadPDF(pdf(figure))) {
                PDResources resources = document.getPage(0).getResources();
                int fonts = 0;
                for (COSName name : resources.getFontNames()) {
                    PDFont font = resources.getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    fonts++;
                }
                assertTrue(fonts > 0);
            }
        }
    }

    @Test
    void thePageHasTheFiguresSize() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(SampleFigures.bars()))) {
            assertEquals(170 / 25.4 * 72, document.getPage(0).getMediaBox().getWidth(), 0.01);
            assertEquals(
                    "Win rate against the SFT model",
                    document.getDocumentInformation().getTitle());
        }
    }

    @Test
    void greekAccentsAndSymbolsCanBeCopied() throws Exception {
        String text = text(pdf(line("naïve", " λ≥β→∞", " Σ", " π_SFT", " <end>", " 47")));
        for (String token : List.of("naïve", "λ≥β→∞", "Σ", "π_SFT", "<end>", "47")) {
            assertTrue(text.contains(token), token + " in " + text);
        }
    }

    @Test
    void combiningAccentsCanBeCopied() throws Exception {
        String text = text(pdf(line("r\u0302")));
        assertTrue(text.contains("r\u0302"), text);
    }

    @Test
    void chineseIsEmbeddedWhereAFontForItIsInstalled() throws Exception {
        assumeTrue(
                new FontStack(Typeface.SANS, false).runs("数").getFirst().font().isFile(), "a font with Chinese");
        String text = text(pdf(line("数", "学", "です", " end")));
        assertTrue(text.contains("数学です"), text);
    }

    @Test
    void popplerFindsEveryToken() throws Exception {
        assumeTrue(
                List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin").stream()
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "pdftotext"))),
                "pdftotext");
        HeatmapFigure figure = SampleFigures.heatmap();
        Path file = Files.write(folder.resolve("a.pdf"), pdf(figure));
        Path out = folder.resolve("a.txt");
        Process process = new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), out.toString()).start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        String text = Files.readString(out).replaceAll("\\s", "");
        for (String token : figure.texts().getFirst().tokens()) {
            String shown = token.replaceAll("\\s", "");
            assertTrue(text.contains(shown), token + " in " + text);
        }
    }

    @Test
    void whatATokenHoldsNeverBreaksThePage() throws Exception {
        String text =
                text(pdf(line("\0\u001b", "\ud83d", "\ude42", "(\\)", "\uffff", "\u202e", "שלום", "مرحبا", "हिन्दी")));
        assertFalse(text.isBlank());
        assertFalse(new String(pdf(line("a")), StandardCharsets.ISO_8859_1).contains("Helvetica"));
    }
}
