package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.AdapterFolder;
import org.densepath.checkpoint.SafetensorsFile;
import org.densepath.checkpoint.WeightFile;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// LoRA adapters as PEFT computes them: logits, loss, gradients, a step, and the merged model.
class GoldenAdapterTest {
    private static Torch torch;
    private static LanguageModel base;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
        base = Golden.model(torch, "llama-tied");
    }

    @AfterAll
    static void stop() {
        base.close();
        torch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_v", "all_linear", "rslora"})
    void logitsAreThoseOfPeft(String name) {
        try (LanguageModel model = adapter(name)) {
            assertArrayEquals(expectedLogits(name), logits(model), 1e-4f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_v", "all_linear", "rslora"})
    void theMergedModelHasTheLogitsOfTheAdapter(String name) {
        try (AdapterFolder files = AdapterFolder.open(path(name), Golden.path("models/llama-tied"));
                LanguageModel merged = LanguageModel.load(torch, files)) {
            assertTrue(merged.adapter().isEmpty());
            assertArrayEquals(expectedLogits(name), logits(merged), 1e-4f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_v", "all_linear", "rslora"})
    void lossGradientsAndAStepAreThoseOfPeft(String name) {
        JsonNode expected = Golden.json("expect/llama-tied-" + name + ".adapter.json");
        try (TrainableModel model = new TrainableModel(adapter(name), adam(expected.path("one_step")))) {
            double loss = accumulate(model);
            assertEquals(expected.path("loss").asDouble(), loss, 2e-5);
            double norm = expected.path("grad_norm").asDouble();
            assertEquals(norm, model.gradients().norm(), 2e-5 * norm);
            List<WeightLayout.Parameter> parameters = model.policy().layout().parameters();
            assertEquals(expected.path("gradients").size(), parameters.size());
            for (int i = 0; i < parameters.size(); i++) {
                String peft = parameters.get(i).name().substring("base_model.model.".length());
                JsonNode gradient = expected.path("gradients").path(peft);
                assertGradient(gradient, model.gradients().all().get(i).toFloats(), peft);
            }
            model.optimizer()
                    .step(
                            model.gradients(),
                            expected.path("one_step").path("lr").asDouble());
            model.gradients().zero();
            double after = expected.path("one_step").path("loss_after").asDouble();
            assertEquals(after, accumulate(model), 1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_v", "all_linear", "rslora"})
    void anAdapterThatIsWrittenAndReadAgainIsTheSame(String name) {
        AdapterConfig config = AdapterConfig.read(path(name));
        Path written = folder.resolve(name);
        assertTrue(written.toFile().mkdirs());
        try (LanguageModel model = adapter(name)) {
            config.write(written, TensorWeights.of(model));
            try (WeightFile weights = SafetensorsFile.open(written.resolve(AdapterConfig.WEIGHTS));
                    LanguageModel again = Adapters.read(base, AdapterConfig.read(written), weights)) {
                assertEquals(config, again.adapter().orElseThrow());
                assertArrayEquals(logits(model), logits(again));
            }
        }
    }

    private static Path path(String name) {
        return Golden.path("adapters/llama-tied-" + name);
    }

    private static LanguageModel adapter(String name) {
        try (WeightFile weights = SafetensorsFile.open(path(name).resolve(AdapterConfig.WEIGHTS))) {
            return Adapters.read(base, AdapterConfig.read(path(name)), weights);
        }
    }

    private static AdamW.Settings adam(JsonNode step) {
        return new AdamW.Settings(
                step.path("betas").get(0).asDouble(),
                step.path("betas").get(1).asDouble(),
                step.path("eps").asDouble(1e-8),
                step.path("weight_decay").asDouble(0));
    }

    private static double accumulate(TrainableModel model) {
        JsonNode rows = Golden.json("expect/llama-tied.json");
        List<TokenSequence> sequences = IntStream.range(0, 2)
                .mapToObj(i -> new TokenSequence(
                        Golden.ints(rows.path("rows").get(i)),
                        rows.path("prompt_lengths").get(i).asInt()))
                .toList();
        List<float[]> masks = IntStream.range(0, 2)
                .mapToObj(i -> mask(
                        Golden.ints(rows.path("response_mask").get(i)),
                        sequences.get(i).responseLength()))
                .toList();
        return new LikelihoodGradient(model.policy(), model.gradients(), 1000)
                .accumulate(sequences, masks)
                .loss();
    }

    private static float[] mask(int[] mask, int response) {
        float[] weights = new float[response];
        for (int t = 0; t < response; t++) {
            weights[t] = mask[mask.length - response + t];
        }
        return weights;
    }

    private static void assertGradient(JsonNode expected, float[] values, String name) {
        double squares = 0;
        double sum = 0;
        for (float value : values) {
            squares += (double) value * value;
            sum += value;
        }
        double norm = expected.path("norm").asDouble();
        assertTrue(norm > 0, name);
        assertEquals(norm, Math.sqrt(squares), 5e-5 * norm, name);
        assertEquals(expected.path("sum").asDouble(), sum, 5e-5 * norm * Math.sqrt(values.length), name);
        double[] first = Golden.doubles(expected.path("first"));
        for (int i = 0; i < first.length; i++) {
            assertEquals(first[i], values[i], 1e-4 * norm, name);
        }
    }

    /// Logits of the first row, all its tokens.
    private static float[] logits(LanguageModel model) {
        int[] ids =
                Golden.ints(Golden.json("expect/llama-tied.json").path("rows").get(0));
        try (Scope scope = torch.scope()) {
            PackedBatch batch = new PackedBatch(List.of(new TokenSequence(ids, ids.length)), false);
            Tensor h = new Decoder(model)
                    .states(scope, batch, IntStream.range(0, ids.length).toArray());
            return torch.kernels()
                    .one(scope, "logits_of", h, model.head(), model.logitCap())
                    .toFloats();
        }
    }

    private static float[] expectedLogits(String name) {
        int row = Golden.json("expect/llama-tied.json").path("rows").get(0).size();
        float[] all = Golden.tensor("expect/llama-tied-" + name + ".adapter.safetensors", "logits");
        int vocabulary = base.settings().vocabularySize();
        int padded = all.length / 2;
        return java.util.Arrays.copyOfRange(all, padded - row * vocabulary, padded);
    }
}
