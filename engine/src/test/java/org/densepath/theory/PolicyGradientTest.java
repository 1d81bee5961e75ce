package org.densepath.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.densepath.reward.Baseline;
import org.densepath.reward.Returns;
import org.densepath.reward.RewardControls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The estimator of Dense-Path REINFORCE, Σ_t A_t ∇log π(a_t|s_t), averaged over *every* text of a small process
/// (with its probability), is the gradient of E[Σ r_t] by the logits, which central differences measure.
class PolicyGradientTest {
    private static final double TOLERANCE = 2e-6;

    private TabularMdp mdp;
    private double[][] logits;

    @BeforeEach
    void process() {
        Random random = new Random(11);
        mdp = TabularMdp.tree(3, 3, 1).withRandomRewards(1, random);
        logits = mdp.randomTable(1, random);
    }

    private record Text(int[] states, int[] tokens, float[] reward, double logp) {}

    @Test
    void denseReturnsGiveTheGradientOfTheExpectedReturn() {
        assertGradient(1, expected(Returns::undiscounted, Baseline.NONE, 1));
    }

    @Test
    void sparseReturnsGiveTheSameGradient() {
        assertGradient(1, expected(r -> Returns.undiscounted(RewardControls.sparse(r)), Baseline.NONE, 1));
    }

    @Test
    void leaveOneOutKeepsTheGradient() {
        assertGradient(1, expected(Returns::undiscounted, Baseline.LEAVE_ONE_OUT, 2));
        assertGradient(1, expected(Returns::undiscounted, Baseline.LEAVE_ONE_OUT_OF_SEQUENCES, 2));
    }

    /// The batch's own mean of G_0 over n = 2 contains the response itself, which for the sparse control is G_0 /
    /// 2: half is lost.
    @Test
    void batchMeanOfSequencesShrinksTheSparseGradientByOneMinusOneOverN() {
        double[][] gradient =
                expected(r -> Returns.undiscounted(RewardControls.sparse(r)), Baseline.BATCH_MEAN_OF_SEQUENCES, 2);
        assertGradient(0.5, gradient);
    }

    @Test
    void discountedReturnsDoNotGiveTheGradient() {
        double[][] gradient = expected(r -> Returns.discounted(r, 0.5), Baseline.NONE, 1);
        assertTrue(SoftSolution.largestDifference(gradient, finiteDifferences()) > 0.01);
    }

    /// E[Σ_t A_t ∇log π] over all tuples of `samples` texts, the estimator averaged over the tuple.
    private double[][] expected(UnaryOperator<List<float[]>> returns, Baseline baseline, int samples) {
        List<Text> texts = texts();
        double[][] gradient = new double[mdp.states()][mdp.vocabulary()];
        int tuples = (int) Math.pow(texts.size(), samples);
        for (int tuple = 0; tuple < tuples; tuple++) {
            List<Text> batch = new ArrayList<>();
            double logp = 0;
            for (int i = 0, rest = tuple; i < samples; i++, rest /= texts.size()) {
                batch.add(texts.get(rest % texts.size()));
                logp += batch.getLast().logp();
            }
            List<float[]> rewards = batch.stream().map(Text::reward).toList();
            List<float[]> advantages = baseline.subtract(returns.apply(rewards), new int[samples]);
            for (int i = 0; i < samples; i++) {
                add(gradient, batch.get(i), advantages.get(i), Math.exp(logp) / samples);
            }
        }
        return gradient;
    }

    /// += weight · Σ_t A_t ∇log π(a_t|s_t), where d log π(a|s)/d logit(s,b) = 1[a = b] − π(b|s).
    private void add(double[][] gradient, Text text, float[] advantages, double weight) {
        double[][] policy = SoftSolution.logSoftmax(logits);
        for (int t = 0; t < advantages.length; t++) {
            int s = text.states()[t];
            for (int b = 0; b < mdp.vocabulary(); b++) {
                double score = (text.tokens()[t] == b ? 1 : 0) - Math.exp(policy[s][b]);
                gradient[s][b] += weight * advantages[t] * score;
            }
        }
    }

    private void assertGradient(double scale, double[][] gradient) {
        double[][] measured = finiteDifferences();
        double largest = 0;
        for (int s = 0; s < mdp.states(); s++) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                assertEquals(scale * measured[s][a], gradient[s][a], TOLERANCE);
                largest = Math.max(largest, Math.abs(measured[s][a]));
            }
        }
        assertTrue(largest > 0.1);
    }

    private double[][] finiteDifferences() {
        double h = 1e-4;
        double[][] gradient = new double[mdp.states()][mdp.vocabulary()];
        for (int s = 0; s < mdp.states(); s++) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                logits[s][a] += h;
                double above = expectedReturn();
                logits[s][a] -= 2 * h;
                double below = expectedReturn();
                logits[s][a] += h;
                gradient[s][a] = (above - below) / (2 * h);
            }
        }
        return gradient;
    }

    private double expectedReturn() {
        double sum = 0;
        for (Text text : texts()) {
            for (float r : text.reward()) {
                sum += Math.exp(text.logp()) * r;
            }
        }
        return sum;
    }

    private List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        follow(texts, new int[0], new int[0], 0, 0, SoftSolution.logSoftmax(logits));
        return texts;
    }

    private void follow(List<Text> texts, int[] states, int[] tokens, int state, double logp, double[][] policy) {
        if (state == TabularMdp.TERMINAL) {
            float[] reward = new float[tokens.length];
            for (int t = 0; t < reward.length; t++) {
                reward[t] = (float) mdp.reward()[states[t]][tokens[t]];
            }
            texts.add(new Text(states, tokens, reward, logp));
            return;
        }
        for (int a = 0; a < mdp.vocabulary(); a++) {
            follow(texts, with(states, state), with(tokens, a), mdp.next()[state][a], logp + policy[state][a], policy);
        }
    }

    private static int[] with(int[] values, int last) {
        int[] longer = java.util.Arrays.copyOf(values, values.length + 1);
        longer[values.length] = last;
        return longer;
    }
}
