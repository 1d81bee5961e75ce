package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Logits, log-probabilities, gradients and greedy continuations against Transformers.
class GoldenDecoderTest {
    private static Torch torch;

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
    void logitsAreThoseOfTransformers(String name) {
        JsonNode expected = Golden.json("expect/" + name + ".json");
        try (LanguageModel model = Golden.model(torch, name);
                Scope scope = torch.scope()) {
            for (int row = 0; row < 2; row++) {
                int[] ids = Golden.ints(expected.path("rows").get(row));
                PackedBatch batch = new PackedBatch(List.of(new TokenSequence(ids, ids.length)), false);
                Tensor h = new Decoder(model)
                        .states(scope, batch, IntStream.range(0, ids.length).toArray());
                float[] logits = torch.kernels()
                        .one(scope, "logits_of", h, model.head(), model.logitCap())
                        .toFloats();
                assertClose(Golden.tensor("expect/" + name + ".safetensors", "row" + row + ".logits"), logits, 1e-4);
            }
        }
    }

    /// Transformers' batch is padded on the left, ours is packed; values at pads mean nothing.
    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void logitsOfAPackedBatchAreThoseOfTransformersPaddedOnTheLeft(String name) {
        JsonNode expected = Golden.json("expect/" + name + ".json");
        float[] padded = Golden.tensor("expect/" + name + ".safetensors", "logits");
        try (LanguageModel model = Golden.model(torch, name);
                Scope scope = torch.scope()) {
            int vocabulary = model.settings().vocabularySize();
            int longest = padded.length / 2 / vocabulary;
            List<TokenSequence> rows = IntStream.range(0, 2)
                    .mapToObj(i -> Golden.ints(expected.path("rows").get(i)))
                    .map(ids -> new TokenSequence(ids, ids.length))
                    .toList();
            PackedBatch batch = new PackedBatch(rows, false);
            int[] all = IntStream.range(0, batch.tokens()).toArray();
            Tensor h = new Decoder(model).states(scope, batch, all);
            float[] logits = torch.kernels()
                    .one(scope, "logits_of", h, model.head(), model.logitCap())
                    .toFloats();
            int at = 0;
            for (int row = 0; row < 2; row++) {
                int length = rows.get(row).length() * vocabulary;
                int end = (row + 1) * longest * vocabulary;
                assertClose(
                        Arrays.copyOfRange(padded, end - length, end),
                        Arrays.copyOfRange(logits, at, at + length),
                        1e-4);
                at += length;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void logProbabilitiesOfABatchAreThoseOfTransformers(String name) {
        JsonNode expected = Golden.json("expect/" + name + ".json");
        try (LanguageModel model = Golden.model(torch, name)) {
            List<SequenceScores> scores = new TokenScorer(model, 1000).score(rows(expected));
            for (int row = 0; row < 2; row++) {
                double[] all = Golden.doubles(expected.path("logprobs").get(row));
                float[] ours = scores.get(row).logp();
                double[] response = Arrays.copyOfRange(all, all.length - ours.length, all.length);
                for (int t = 0; t < ours.length; t++) {
                    assertEquals(response[t], ours[t], 1e-4, name + " row " + row + " token " + t);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void lossAndGradientsAreThoseOfTransformers(String name) {
        JsonNode expected = Golden.json("expect/" + name + ".json");
        try (LanguageModel model = Golden.model(torch, name);
                Gradients gradients = new Gradients(model)) {
            var result = new LikelihoodGradient(model, gradients, 1000).accumulate(rows(expected), masks(expected));
            JsonNode sft = expected.path("sft");
            assertEquals(sft.path("response_tokens").asInt(), result.responseTokens());
            assertEquals(sft.path("loss").asDouble(), result.loss(), 1e-5);
            double norm = sft.path("grad_norm").asDouble();
            assertEquals(norm, gradients.norm(), 2e-5 * norm);
            List<Tensor> all = gradients.all();
            for (int i = 0; i < all.size(); i++) {
                WeightLayout.Parameter parameter = model.layout().parameters().get(i);
                int from = 0;
                float[] values = all.get(i).toFloats();
                for (WeightLayout.Part part : parameter.parts()) {
                    int to = from + (int) (part.rows() * Math.max(1, parameter.columns()));
                    assertGradient(
                            sft.path("gradients").path(part.name()),
                            Arrays.copyOfRange(values, from, to),
                            name + " " + part.name());
                    from = to;
                }
            }
        }
    }

    @Test
    void everyGradientIsThatOfTransformersInAllItsElements() {
        JsonNode expected = Golden.json("expect/llama-tied.json");
        try (LanguageModel model = Golden.model(torch, "llama-tied");
                Gradients gradients = new Gradients(model)) {
            new LikelihoodGradient(model, gradients, 1000).accumulate(rows(expected), masks(expected));
            List<Tensor> all = gradients.all();
            for (int i = 0; i < all.size(); i++) {
                WeightLayout.Parameter parameter = model.layout().parameters().get(i);
                float[] values = all.get(i).toFloats();
                int from = 0;
                for (WeightLayout.Part part : parameter.parts()) {
                    float[] reference = Golden.tensor("expect/llama-tied.gradients.safetensors", part.name());
                    double error = 0;
                    double norm = 0;
                    for (int j = 0; j < reference.length; j++) {
                        error += Math.pow(reference[j] - values[from + j], 2);
                        norm += Math.pow(reference[j], 2);
                    }
                    assertEquals(0, Math.sqrt(error / norm), 5e-5, part.name());
                    from += reference.length;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void greedyContinuationsAreThoseOfTransformers(String name) {
        JsonNode expected = Golden.json("expect/" + name + ".json");
        try (LanguageModel model = Golden.model(torch, name)) {
            List<int[]> prompts =
                    rows(expected).stream().map(TokenSequence::prompt).toList();
            List<Rollout> together =
                    new Generator(model).generate(prompts, SamplingSettings.greedy(16), new Randomness(1));
            for (int row = 0; row < 2; row++) {
                int[] ids = Golden.ints(
                        expected.path("greedy").path("continuations").get(row));
                double[] margins = Golden.doubles(
                        expected.path("greedy").path("top2_logit_margin").get(row));
                int[] ours = together.get(row).ids();
                for (int t = 0; t < ids.length && (ours[t] == ids[t] || margins[t] >= 1e-4); t++) {
                    assertEquals(ids[t], ours[t], name + " row " + row + " token " + t);
                }
            }
        }
    }

    private static List<TokenSequence> rows(JsonNode expected) {
        return IntStream.range(0, 2)
                .mapToObj(i -> new TokenSequence(
                        Golden.ints(expected.path("rows").get(i)),
                        expected.path("prompt_lengths").get(i).asInt()))
                .toList();
    }

    /// The mask may have holes: turns in between that carry no loss.
    private static List<float[]> masks(JsonNode expected) {
        return IntStream.range(0, 2)
                .mapToObj(i -> {
                    int[] mask = Golden.ints(expected.path("response_mask").get(i));
                    int response = expected.path("rows").get(i).size()
                            - expected.path("prompt_lengths").get(i).asInt();
                    float[] weights = new float[response];
                    for (int t = 0; t < response; t++) {
                        weights[t] = mask[mask.length - response + t];
                    }
                    return weights;
                })
                .toList();
    }

    private static void assertGradient(JsonNode golden, float[] ours, String what) {
        double norm = golden.path("norm").asDouble();
        double squares = 0;
        double sum = 0;
        for (float g : ours) {
            squares += (double) g * g;
            sum += g;
        }
        assertEquals(norm, Math.sqrt(squares), 5e-5 * norm, what + " norm");
        assertEquals(golden.path("sum").asDouble(), sum, 5e-5 * norm * Math.sqrt(ours.length), what + " sum");
        double[] first = Golden.doubles(golden.path("first"));
        for (int i = 0; i < first.length; i++) {
            assertEquals(first[i], ours[i], 5e-5 * norm, what + " element " + i);
        }
    }

    static void assertClose(float[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
        }
        assertTrue(worst <= tolerance, "largest difference " + worst);
    }
}
