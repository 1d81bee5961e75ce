package org.densepath.sample.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.LanguageModel;
import org.densepath.sample.corpus.PretrainingRate;
import org.densepath.sample.task.TaskSplits;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMakerTest {
    private static final SampleMaker.Order SMALL = new SampleMaker.Order(
            TaskSplits.of(5, 22, 22, 66), 33, new PretrainingPlan(2, 3, 4, PretrainingRate.recipe(), 0.05, 1, 3));

    @TempDir
    Path parent;

    @Test
    void makeWritesAFolderThatOpensAndTellsItsOrigin() throws Exception {
        Path folder = parent.resolve("sample");
        List<String> sentences = new ArrayList<>();
        try (Torch torch = Torch.cpu(1)) {
            SampleMaker.make(folder, SMALL, 5, torch, sentences::add);
            try (ModelFiles files = ModelFiles.open(folder.resolve("model"));
                    LanguageModel model = LanguageModel.load(torch, files);
                    Examination examination =
                            new Examination(files, SMALL.splits().validation())) {
                SampleProvenance provenance = SampleProvenance.read(folder);
                assertEquals(SampleProvenance.hashes(folder), provenance.sha256());
                assertEquals(5, provenance.seed());
                assertEquals(
                        provenance.validation().greedy(), examination.greedy(model), "weights as they were measured");
            }
        }
        assertTrue(sentences.getLast().startsWith("The base solves "), sentences.toString());
    }

    @Test
    void makeLeavesAnExistingFolderAlone() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("sample"));
        try (Torch torch = Torch.cpu(1)) {
            assertThrows(BadInputException.class, () -> SampleMaker.make(folder, SMALL, 5, torch, sentence -> {}));
        }
        try (var files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent());
        }
    }
}
