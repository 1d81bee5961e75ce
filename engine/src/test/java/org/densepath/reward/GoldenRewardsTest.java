package org.densepath.reward;

import static org.densepath.reward.GoldenRewards.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole chain from log-probabilities to normalised advantages against PyTorch's numbers.
class GoldenRewardsTest {
    /// Far below the recommended 1e-4 and 2e-4: the inputs here are the golden log-probabilities themselves.
    private static final double TOLERANCE = 2e-6;

    private final GoldenRewards golden = new GoldenRewards();

    @Test
    void baselineRelativeIsTheGoldenReward() {
        assertClose(
                golden.rows("per_token", "reward"),
                new DenseReward.BaselineRelative().score(golden.scores()),
                TOLERANCE);
    }

    /// The golden file has no log-probabilities of the initial policy or of the average, but they follow from its
    /// rewards: the ensemble's mixture must then give back its reward.
    @Test
    void ensembleAndEmaGiveTheGoldenRewardsWhenTheReferenceIsReadBackFromThem() {
        List<float[]> sft = golden.rows("per_token", "logp_sft");
        List<float[]> ref = golden.rows("per_token", "logp_ref");
        List<float[]> ensemble = golden.rows("per_token", "reward_ensemble_of_initial_and_half");
        List<float[]> ema = golden.rows("per_token", "reward_ema_reference");
        for (int i = 0; i < sft.size(); i++) {
            float[] initial = new float[sft.get(i).length];
            float[] average = new float[initial.length];
            for (int t = 0; t < initial.length; t++) {
                double mixture = 2 * Math.exp((double) sft.get(i)[t] - ensemble.get(i)[t]);
                initial[t] = (float) Math.log(mixture - Math.exp(ref.get(i)[t]));
                average[t] = sft.get(i)[t] - ema.get(i)[t];
            }
            TokenScores two = TokenScores.of(sft.get(i), initial, ref.get(i));
            TokenScores one = TokenScores.of(sft.get(i), average);
            assertClose(List.of(ensemble.get(i)), List.of(new DenseReward.EnsembleReference().score(two)), 1e-5);
            assertClose(List.of(ema.get(i)), List.of(new DenseReward.EmaReference().score(one)), TOLERANCE);
        }
    }

    @Test
    void endogenousIsTheGoldenRewardAndLogPiUpToShaping() {
        List<TokenScores> scores = golden.scores();
        List<float[]> reward = new DenseReward.Endogenous().score(scores);
        assertClose(golden.rows("endogenous", "reward"), reward, TOLERANCE);
        for (int i = 0; i < scores.size(); i++) {
            TokenScores s = scores.get(i);
            for (int t = 0; t < s.length(); t++) {
                assertEquals(s.logpSft()[t], reward.get(i)[t] + s.vNext()[t] - s.v()[t], 1e-5);
            }
        }
    }

    @Test
    void endogenousTelescopesToTheLogLikelihood() {
        List<TokenScores> scores = golden.scores();
        JsonNode telescoping = golden.node("iq_learn_telescoping_float64");
        for (int i = 0; i < scores.size(); i++) {
            float[] reward = new DenseReward.Endogenous().score(scores.get(i));
            float[] returns = Returns.undiscounted(List.of(reward)).getFirst();
            JsonNode row = telescoping.get(i);
            double objective = returns[0]
                    - scores.get(i).v()[0]
                    + (row.get("ended").asBoolean()
                            ? 0
                            : row.get("v_after_the_last_token").asDouble());
            assertEquals(row.get("sum_logp").asDouble(), objective, 2e-4);
        }
    }

    @Test
    void kullbackLeiblerEstimatesAreGolden() {
        List<float[]> k1 = new ArrayList<>();
        List<float[]> k3 = new ArrayList<>();
        for (TokenScores s : golden.scores()) {
            k1.add(Divergence.k1(s.logpSft(), s.logpRefs()[0]));
            k3.add(Divergence.k3(s.logpSft(), s.logpRefs()[0]));
        }
        assertClose(golden.rows("per_token", "kl_k1"), k1, TOLERANCE);
        assertClose(golden.rows("per_token", "kl_k3"), k3, TOLERANCE);
        assertEquals(
                golden.node("means_over_response_tokens", "kl_k3").asDouble(),
                Divergence.meanOverTokens(k3),
                TOLERANCE);
    }

    @Test
    void returnsAreGolden() {
        List<float[]> reward = golden.rows("per_token", "reward");
        assertClose(golden.rows("return_to_go", "1.0"), Returns.undiscounted(reward), TOLERANCE);
        assertClose(golden.rows("return_to_go", "0.9"), Returns.discounted(reward, 0.9), TOLERANCE);
        assertClose(
                golden.rows("return_to_go_sparse_gamma_1"),
                Returns.undiscounted(RewardControls.sparse(reward)),
                TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(Baseline.class)
    void advantagesAreGoldenRawAndNormalised(Baseline baseline) {
        List<float[]> reward = golden.rows("per_token", "reward");
        String name = baseline.name().toLowerCase(Locale.ROOT);
        for (String gamma : List.of("1.0", "0.9")) {
            List<float[]> returns = Returns.discounted(reward, Double.parseDouble(gamma));
            List<float[]> advantages = baseline.subtract(returns, golden.groups());
            assertClose(golden.rows("advantages", gamma, name, "raw"), advantages, TOLERANCE);
            assertClose(
                    golden.rows("advantages", gamma, name, "normalised"), Advantages.normalise(advantages), TOLERANCE);
        }
    }

    /// The policy-gradient term of the golden run's first step, Σ −A_t log π(y_t) / N, from π_θ = π_SFT.
    @Test
    void firstLossOfEveryGoldenRunFollows() throws Exception {
        JsonNode runs;
        try (var file = getClass().getResourceAsStream("/golden/training/dpr.json")) {
            runs = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(file)
                    .get("runs");
        }
        List<float[]> reward = golden.rows("per_token", "reward");
        List<float[]> logp = golden.rows("per_token", "logp_sft");
        assertTrue(runs.size() >= 4);
        for (JsonNode golden : runs) {
            JsonNode run = golden.get("run");
            List<float[]> returns = Returns.discounted(reward, run.get("gamma").asDouble());
            List<float[]> advantages = Baseline.valueOf(
                            run.get("baseline").asText().toUpperCase(Locale.ROOT))
                    .subtract(returns, this.golden.groups());
            if (run.get("normalise").asBoolean()) {
                advantages = Advantages.normalise(advantages);
            }
            List<float[]> terms = new ArrayList<>();
            for (int i = 0; i < logp.size(); i++) {
                float[] row = new float[logp.get(i).length];
                for (int t = 0; t < row.length; t++) {
                    row[t] = -advantages.get(i)[t] * logp.get(i)[t];
                }
                terms.add(row);
            }
            assertEquals(
                    golden.get("steps").get(0).get("policy_gradient_term").asDouble(),
                    Divergence.meanOverTokens(terms),
                    1e-4);
        }
    }
}
