package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real 135M model from GGUF: log-probabilities of real answers and greedy continuations. Skipped without the
/// model.
class GoldenSmolLmTest {
    private static final Path MODEL = Path.of(System.getProperty("densepath.root", ".."))
            .resolve("../shared/models/SmolLM2-135M-Instruct.Q4_1.gguf");
    private static final JsonNode GOLDEN = Golden.json("gguf/logprobs.json");
    private static Torch torch;
    private static LanguageModel model;

    @BeforeAll
    static void load() {
        assumeTrue(Files.exists(MODEL), "skipped: no model at " + MODEL);
        torch = Torch.cpu(2);
        try (ModelFiles files = ModelFiles.open(MODEL)) {
            model = LanguageModel.load(torch, files);
        }
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
            torch.close();
        }
    }

    @Test
    void answersHaveTheLogProbabilitiesOfTransformers() {
        List<TokenSequence> sequences = new ArrayList<>();
        for (JsonNode pair : GOLDEN.path("pairs")) {
            sequences.add(TokenSequence.of(Golden.ints(pair.path("prompt_ids")), Golden.ints(pair.path("answer_ids"))));
        }
        List<SequenceScores> scores = new TokenScorer(model, 1024).score(sequences);
        for (int i = 0; i < sequences.size(); i++) {
            JsonNode pair = GOLDEN.path("pairs").get(i);
            for (int t = 0; t < scores.get(i).logp().length; t++) {
                String what = "pair " + i + " token " + t;
                assertEquals(
                        pair.path("logprobs").get(t).asDouble(), scores.get(i).logp()[t], 3e-4, what);
                assertEquals(
                        pair.path("entropy").get(t).asDouble(), scores.get(i).entropy()[t], 3e-4, what);
                assertEquals(
                        pair.path("logsumexp").get(t).asDouble(), scores.get(i).value()[t], 3e-4, what);
                boolean likeliest = pair.path("argmax").get(t).asInt()
                        == pair.path("answer_ids").get(t).asInt();
                assertEquals(likeliest, scores.get(i).rank()[t] == 1, what);
            }
        }
    }

    @Test
    void greedyContinuationsAreThoseOfTransformers() {
        List<int[]> prompts = new ArrayList<>();
        for (JsonNode g : GOLDEN.path("greedy")) {
            prompts.add(Golden.ints(g.path("prompt_ids")));
        }
        List<Rollout> rollouts = new Generator(model).generate(prompts, SamplingSettings.greedy(24), new Randomness(1));
        for (int i = 0; i < prompts.size(); i++) {
            JsonNode g = GOLDEN.path("greedy").get(i);
            for (int t = 0; t < 24; t++) {
                int expected = g.path("ids").get(t).asInt();
                int ours = rollouts.get(i).ids()[t];
                if (ours != expected && g.path("top2_logit_margin").get(t).asDouble() < 1e-3) {
                    break;
                }
                assertEquals(expected, ours, "conversation " + i + " token " + t);
            }
        }
    }
}
