package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.paint.PairFigure;
import org.densepath.paint.file.FigureFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bench localise` on the sample run.
class BenchLocaliseCommandTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data");

    @TempDir
    Path folder;

    private CommandRun run(String... more) {
        List<String> all = new ArrayList<>(List.of("bench", "localise", "-m", SAMPLE.resolve("run") + ":sft"));
        all.addAll(List.of("-r", SAMPLE.resolve("run") + ":reference", "--threads", "1", "--json"));
        all.addAll(List.of(
                "-p",
                SAMPLE.resolve("test.jsonl").toString(),
                "-o",
                folder.resolve("out").toString()));
        all.addAll(List.of(more));
        return CommandRun.of("", all.toArray(String[]::new));
    }

    @Test
    void aKilledRunGoesOnWithoutScoringAnythingTwice() throws IOException {
        CommandRun first = run("--limit", "12");
        assertEquals(0, first.code(), first.err());
        Path tokens = folder.resolve("out/tokens.jsonl");
        List<String> whole = Files.readAllLines(tokens);
        String marked = whole.getFirst().replace("\"prompt\":\"", "\"prompt\":\"kept ");
        Files.writeString(tokens, marked + "\n" + whole.get(1).substring(0, 40));
        assertEquals(first.out(), run("--limit", "12").out());
        List<String> again = Files.readAllLines(tokens);
        assertEquals(marked, again.getFirst());
        assertEquals(whole.subList(1, whole.size()), again.subList(1, again.size()));
    }

    @Test
    void scoresAndPairsAreKept() throws IOException {
        JsonNode scores =
                CommandRun.json(run("--limit", "30", "--examples", "2").out());
        JsonNode kept = CommandRun.json(Files.readString(folder.resolve("out/scores.json")));
        assertEquals(scores, kept);
        assertEquals(30, scores.path("prompts").asInt());
        JsonNode all = scores.at("/kinds/all/signals");
        assertTrue(all.at("/reward/auroc/value").asDouble() > 0.5, all.toString());
        assertTrue(all.has("return_difference") && all.has("surprise") && all.has("entropy") && all.has("random"));
        assertTrue(scores.path("layerAgreement").size() == 6);
        try (var figures = Files.list(folder.resolve("out/figures"))) {
            List<Path> pairs = figures.filter(f -> f.getFileName().toString().matches("pair-.*png"))
                    .toList();
            assertEquals(2, pairs.size());
            assertTrue(FigureFile.read(pairs.getFirst()).figure() instanceof PairFigure);
        }
    }

    @Test
    void aSweepMeasuresTheSameUnderEachKeptReference() throws IOException {
        List<String> sweep = List.of(
                "bench",
                "localise",
                "-m",
                SAMPLE.resolve("run") + ":sft",
                "-p",
                SAMPLE.resolve("test.jsonl").toString(),
                "-o",
                folder.resolve("sweep").toString(),
                "--threads",
                "1",
                "--limit",
                "12",
                "--examples",
                "0",
                "--json",
                "--sweep");
        CommandRun run = CommandRun.of("", sweep.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        JsonNode references = CommandRun.json(run.out()).path("references");
        assertEquals(2, references.size());
        assertEquals("base", references.get(0).path("reference").asText());
        assertEquals(0.5, references.get(1).path("fraction").asDouble());
        JsonNode alone = CommandRun.json(run("--limit", "12").out()).at("/kinds/all/signals/reward/auroc");
        assertEquals(alone, references.get(1).at("/signals/reward/auroc"));
        assertEquals(
                references.get(0).at("/signals/surprise"), references.get(1).at("/signals/surprise"));
        assertTrue(Files.exists(folder.resolve("sweep/figures/reference-sweep.svg")));
        assertEquals(run.out(), CommandRun.of("", sweep.toArray(String[]::new)).out());
    }

    @Test
    void aSweepIsOfARunAndHasNoReferenceOfItsOwn() {
        CommandRun both = run("--sweep");
        assertEquals(2, both.code());
        assertTrue(both.err().contains("Name one --reference, or ask for all by --sweep"), both.err());
        CommandRun model = CommandRun.of(
                "",
                "bench",
                "localise",
                "-m",
                SAMPLE.resolve("model").toString(),
                "-p",
                SAMPLE.resolve("test.jsonl").toString(),
                "-o",
                folder.resolve("sweep").toString(),
                "--sweep");
        assertEquals(2, model.code());
        assertTrue(model.err().contains("name π_SFT as RUN:sft"), model.err());
    }

    @Test
    void otherErrorsAreNotMixedWithThese() {
        run("--limit", "3");
        CommandRun other = run("--limit", "3", "--seed", "2");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("made otherwise (seed)"), other.err());
    }

    @Test
    void aKindThatIsNotKnownIsNamed() {
        CommandRun other = run("--kinds", "typo");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("no kind of corruption 'typo'; there are number, name"), other.err());
    }
}
