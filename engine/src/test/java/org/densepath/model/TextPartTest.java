package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders of a Gemma 3 that also sees pictures.
class TextPartTest {
    private static Torch torch;

    @TempDir
    Path parent;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"language_model.model.", "model.language_model."})
    void theTextPartScoresAsTheTextModelAndIsSaidToBeAPart(String prefix) throws Exception {
        Path folder =
                PictureModel.in(parent.resolve("gemma-3-tiny-it"), name -> name.replaceFirst("^model\\.", prefix));
        try (ModelFiles files = ModelFiles.open(folder);
                LanguageModel model = LanguageModel.load(torch, files);
                LanguageModel text = Golden.model(torch, "gemma3")) {
            assertArrayEquals(Golden.scores(text, "gemma3"), Golden.scores(model, "gemma3"));
            assertEquals(
                    List.of("gemma-3-tiny-it also sees pictures: its text part is loaded,"
                            + " and the 2 weights of its vision part are left out."),
                    files.notices());
        }
    }

    @Test
    void aSnapshotOfTheTextPartIsATextModel() throws Exception {
        Path folder = PictureModel.in(parent.resolve("pictures"), name -> "language_model." + name);
        Path snapshot = parent.resolve("snapshot");
        try (ModelFiles files = ModelFiles.open(folder);
                LanguageModel model = LanguageModel.load(torch, files)) {
            SnapshotWriter.write(snapshot, files, TensorWeights.of(model), StoredType.F32);
            try (ModelFiles again = ModelFiles.open(snapshot);
                    LanguageModel loaded = LanguageModel.load(torch, again)) {
                assertEquals(List.of(), again.notices());
                assertEquals(
                        "Gemma3ForCausalLM",
                        again.config().get("architectures").get(0).asText());
                assertEquals(
                        "[2,3]",
                        again.config().get("eos_token_id").toString(),
                        "the whole model's, where the text part names none");
                assertArrayEquals(Golden.scores(model, "gemma3"), Golden.scores(loaded, "gemma3"));
            }
        }
    }

    @Test
    void aFolderWithoutALanguageModelIsRefused() throws Exception {
        Path folder = PictureModel.in(parent.resolve("pictures alone"), name -> "vision_tower." + name);
        String said = assertThrows(BadInputException.class, () -> ModelFiles.open(folder))
                .getMessage();
        assertTrue(said.contains("language_model.model."), said);
    }
}
