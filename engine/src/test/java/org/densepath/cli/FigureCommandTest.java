package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.paint.Theme;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureSettings;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.font.Typeface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample run's figures, drawn, read back and drawn again.
class FigureCommandTest {
    private static final Path RUN =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data/run");

    @TempDir
    Path folder;

    private CommandRun figure(String... arguments) {
        return CommandRun.of(
                "", Stream.concat(Stream.of("figure"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void aRunsFiguresAreDrawnInTheWantedFormatsAndSettings() throws Exception {
        CommandRun run = figure(
                RUN.toString(),
                "--format",
                "svg,csv",
                "--width",
                "column",
                "--theme",
                "dark",
                "--font",
                "serif",
                "--palette",
                "purple-green",
                "-o",
                folder.toString());
        assertEquals(0, run.code(), run.err());
        Path heatmap = folder.resolve("heatmap-dpr-seed-1.svg");
        assertTrue(run.out().contains(heatmap.toString()), run.out());
        KeptFigure kept = FigureFile.read(heatmap);
        FigureSettings settings = kept.settings();
        assertEquals(84, settings.size().widthMillimetres());
        assertEquals(Theme.DARK, settings.theme());
        assertEquals(Typeface.SERIF, settings.typeface());
        assertEquals("40", kept.provenance().get("step"));
        assertTrue(kept.provenance().get("settings").startsWith("sha256:"));
        assertEquals(
                kept.provenance(),
                FigureFile.read(folder.resolve("heatmap-dpr-seed-1.csv")).provenance());
    }

    @Test
    void aFigureIsDrawnAgainFromItsOwnFile() throws Exception {
        figure(RUN.toString(), "--format", "pdf,svg", "-o", folder.toString());
        Path pdf = folder.resolve("scores-success-greedy.pdf");
        Path again = folder.resolve("again.svg");
        CommandRun run = figure("--from", pdf.toString(), "-o", again.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(Files.readString(folder.resolve("scores-success-greedy.svg")), Files.readString(again));

        CommandRun second = figure("--from", pdf.toString(), "-o", again.toString());
        assertEquals(2, second.code());
        assertTrue(second.err().contains("--overwrite"), second.err());
        assertEquals(
                0,
                figure("--from", pdf.toString(), "-o", again.toString(), "--overwrite")
                        .code());
    }

    @Test
    void aFigureTellsWhereItComesFrom() {
        figure(RUN.toString(), "--format", "png", "-o", folder.toString());
        CommandRun run =
                figure("--from", folder.resolve("heatmap-dpr-seed-1.png").toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out().contains("step: 40") && run.out().contains("reference: sft/seed-1/snapshot-0.50"), run.out());
    }

    @Test
    void whatCannotBeDoneIsToldInASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("a.png"), "not a picture");
        for (List<String> wrong : List.of(
                List.of("--from", text.toString(), "-o", folder.resolve("b.pdf").toString()),
                List.of("--from", folder.resolve("none.png").toString()),
                List.of(RUN.toString(), "--width", "wide"),
                List.of(RUN.toString(), "--format", "gif"),
                List.of(RUN.toString(), "--theme", "blue", "-o", folder.toString()),
                List.of(RUN.toString(), "--palette", "rainbow", "-o", folder.toString()))) {
            CommandRun run = figure(wrong.toArray(String[]::new));
            assertEquals(2, run.code(), wrong + ": " + run.err());
            assertTrue(run.err().strip().endsWith("."), run.err());
        }
        Path file = Files.writeString(folder.resolve("file"), "");
        CommandRun refused = figure(
                RUN.toString(), "--format", "csv", "-o", file.resolve("x").toString());
        assertEquals(1, refused.code());
        assertEquals(1, refused.err().strip().lines().count(), refused.err());
    }
}
