package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.densepath.experiment.FirstSample.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of an experiment before it runs.
class ExperimentPreviewTest {
    @TempDir
    static Path folder;

    private static TinyWorld world;

    @BeforeAll
    static void make() throws IOException {
        world = TinyWorld.in(folder);
    }

    private static ExperimentPreview preview(String... settings) throws IOException {
        return ExperimentPreview.of(
                new ExperimentFile().with(world.experiment(settings).toString()).read());
    }

    @Test
    void theFirstSampleIsShownAsItIsLearned() throws IOException {
        FirstSample sample = preview().sample().orElseThrow();

        List<FirstSample.Piece> pieces = sample.pieces();
        assertEquals(Role.PROMPT, pieces.getFirst().role());
        assertEquals(Role.END, pieces.getLast().role());
        assertEquals(1, sample.count(Role.END));
        assertTrue(sample.count(Role.PROMPT) > 3 && sample.count(Role.RESPONSE) > 0);
        String answer = pieces.stream()
                .filter(p -> p.role() == Role.RESPONSE)
                .map(FirstSample.Piece::text)
                .reduce("", String::concat);
        ExperimentData data = preview().data().orElseThrow();
        assertEquals(data.demonstrations().getFirst().answer().strip(), answer.strip());
    }

    @Test
    void everythingIsCounted() throws IOException {
        ExperimentPreview preview = preview();

        assertEquals(Set.of(), preview.problems().keySet());
        Workload work = preview.work().orElseThrow();
        ExperimentData data = preview.data().orElseThrow();
        assertEquals(data.demonstrations().size(), work.demonstrations());
        assertEquals(data.heldOut().size(), work.heldOut().count());
        assertTrue(preview.memory().orElseThrow().total() > 0);
    }

    @Test
    void promptsThatAreAlsoTrainedOnAreNamed() throws IOException {
        ExperimentPreview preview = preview("data.validation=" + folder.resolve("demonstrations-tasks.jsonl"));

        assertTrue(preview.problems().get("data.validation").contains("also trained on"));
        ExperimentData.Overlapping first =
                preview.data().orElseThrow().overlaps().getFirst();
        assertEquals("data.validation", first.key());
        assertTrue(first.line() > 0 && first.trainingLine() > 0 && !first.text().isEmpty());
    }

    @Test
    void eachFileThatCannotBeUsedIsToldByItsKey() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.jsonl"), "no json\n");
        ExperimentPreview preview = preview(
                "model.path=" + folder.resolve("nowhere"),
                "data.prompts=" + folder.resolve("none.jsonl"),
                "data.heldOut=" + notes);

        assertEquals(
                Set.of("data.prompts", "data.heldOut", "model.path"),
                preview.problems().keySet());
        assertTrue(preview.data().isPresent() && preview.sample().isEmpty());
    }

    @Test
    void aLimitThatLeavesNothingIsTold() throws IOException {
        assertTrue(preview("data.maxTokens=3").problems().get("data.maxTokens").contains("no demonstration"));
    }
}
