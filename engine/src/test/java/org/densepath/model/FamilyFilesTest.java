package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightFile;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written of a model is what was read, in every family.
class FamilyFilesTest {
    private static Torch torch;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void aSnapshotHasTheNamesShapesConfigAndScoresOfItsModel(String name) {
        Path snapshot = folder.resolve(name);
        try (ModelFiles files = ModelFiles.open(Golden.path("models/" + name));
                LanguageModel model = LanguageModel.load(torch, files)) {
            SnapshotWriter.write(snapshot, files, TensorWeights.of(model), StoredType.F32);
            try (ModelFiles again = ModelFiles.open(snapshot);
                    LanguageModel loaded = LanguageModel.load(torch, again)) {
                assertEquals(shapes(files.weights()), shapes(again.weights()));
                assertEquals(files.config().put("dtype", "float32").put("torch_dtype", "float32"), again.config());
                assertArrayEquals(Golden.scores(model, name), Golden.scores(loaded, name));
            }
        }
    }

    @Test
    void cappedLogitsAreThoseOfTransformersCapped() {
        float cap = 4;
        float[] expected = Golden.tensor("expect/gemma3.safetensors", "row0.logits");
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) (cap * Math.tanh(expected[i] / cap));
        }
        Path capped = Golden.variant(folder, "gemma3", config -> config.put("final_logit_softcapping", cap));
        int[] ids = Golden.row("gemma3").ids();
        try (LanguageModel model = Golden.model(torch, capped);
                Scope scope = torch.scope()) {
            PackedBatch batch = new PackedBatch(List.of(Golden.row("gemma3")), true);
            int[] rows = new int[ids.length];
            Arrays.setAll(rows, i -> i);
            Tensor h = new Decoder(model).states(scope, batch, rows);
            float[] logits = torch.kernels()
                    .one(scope, "logits_of", h, model.head(), model.logitCap())
                    .toFloats();
            GoldenDecoderTest.assertClose(expected, logits, 1e-4);
        }
    }

    private static Map<String, String> shapes(WeightFile file) {
        return file.weights().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> Arrays.toString(e.getValue().shape()), (a, b) -> a, TreeMap::new));
    }
}
