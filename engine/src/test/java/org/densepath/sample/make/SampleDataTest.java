package org.densepath.sample.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.data.DemonstrationReader;
import org.densepath.model.LanguageModel;
import org.densepath.sample.task.TaskFile;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.Test;

/// The sample folder that comes with the project.
class SampleDataTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data");

    @Test
    void everyFileIsTheOneThatItsProvenanceNames() throws Exception {
        assertEquals(SampleProvenance.read(FOLDER).sha256(), SampleProvenance.hashes(FOLDER));
    }

    @Test
    void everyDemonstrationIsUsableAndHasItsTask() throws Exception {
        var demonstrations = DemonstrationReader.read(FOLDER.resolve("demonstrations.jsonl"));
        assertEquals(0, demonstrations.refused().size());
        assertEquals(
                TaskFile.read(FOLDER.resolve("demonstrations-tasks.jsonl")).size(),
                demonstrations.demonstrations().size());
    }

    @Test
    void modelSolvesWhatItsProvenanceSays() throws Exception {
        double measured = SampleProvenance.read(FOLDER).validation().greedy().overall();
        try (Torch torch = Torch.cpu(2);
                ModelFiles files = ModelFiles.open(FOLDER.resolve("model"));
                LanguageModel model = LanguageModel.load(torch, files);
                Examination validation = new Examination(files, TaskFile.read(FOLDER.resolve("validation.jsonl")))) {
            double greedy = validation.greedy(model).overall();
            // another processor rounds differently, and a near tie may fall the other way
            assertTrue(Math.abs(greedy - measured) < 0.02, greedy + " and not " + measured);
        }
    }
}
