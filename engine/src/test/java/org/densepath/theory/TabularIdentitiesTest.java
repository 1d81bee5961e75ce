package org.densepath.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.densepath.reward.Extrapolation;
import org.junit.jupiter.api.Test;

/// The paper's identities hold on every process to rounding, and fail where their assumptions do.
class TabularIdentitiesTest {
    private static final double ROUNDING = 1e-10;

    @Test
    void treeHasOneStateForEachPrefixWithoutTheEnd() {
        TabularMdp tree = TabularMdp.tree(4, 3, 1);
        assertEquals(1 + 3 + 9, tree.states());
        assertEquals(3, tree.remaining()[0]);
        assertEquals(1, tree.remaining()[12]);
        for (int s = 0; s < tree.states(); s++) {
            assertEquals(TabularMdp.TERMINAL, tree.next()[s][TabularMdp.END]);
        }
    }

    @Test
    void softValueWithoutRewardsIsTheLogOfTheNumberOfTexts() {
        // of vocabulary 3 and at most 3 tokens: 1 + 2 + 4 end by themselves, 8 are cut
        assertEquals(Math.log(15), SoftSolution.of(TabularMdp.tree(3, 3, 1)).v()[0], ROUNDING);
    }

    @Property(tries = 50, seed = "2510")
    void softSolutionIsTheValueOfItsOwnPolicyAndAboveThatOfAnother(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.3, max = 1) double discount) {
        Random random = new Random(seed);
        TabularMdp mdp = TabularMdp.tree(4, 4, discount).withRandomRewards(1, random);
        SoftSolution solution = SoftSolution.of(mdp);
        assertEquals(solution.v()[0], SoftSolution.valueOf(mdp, solution.logPolicy())[0], ROUNDING);
        double[][] other = SoftSolution.logSoftmax(mdp.randomTable(1, random));
        assertTrue(SoftSolution.valueOf(mdp, other)[0] < solution.v()[0]);
    }

    @Property(tries = 100, seed = "2510")
    void shapingKeepsTheSoftOptimalPolicy(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int vocabulary,
            @ForAll @IntRange(min = 1, max = 5) int horizon,
            @ForAll @DoubleRange(min = 0.3, max = 1) double discount) {
        Random random = new Random(seed);
        TabularMdp mdp = TabularMdp.tree(vocabulary, horizon, discount).withRandomRewards(2, random);
        double[] potential = random.doubles(mdp.states(), -5, 5).toArray();
        ShapingInvariance check = ShapingInvariance.check(mdp, potential);
        assertTrue(check.policyDifference() < ROUNDING, () -> "policy moved by " + check.policyDifference());
        assertTrue(check.valueResidual() < ROUNDING);
    }

    @Test
    void aRewardThatIsNoShapingMovesThePolicy() {
        Random random = new Random(3);
        TabularMdp mdp = TabularMdp.tree(3, 4, 1).withRandomRewards(1, random);
        SoftSolution other = SoftSolution.of(mdp.withRandomRewards(1, random));
        double moved = SoftSolution.largestDifference(SoftSolution.of(mdp).logPolicy(), other.logPolicy());
        assertTrue(moved > 0.1);
    }

    @Property(tries = 100, seed = "2510")
    void logPolicyIsTheEndogenousRewardShapedByV(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.3, max = 1) double discount) {
        TabularMdp mdp = TabularMdp.tree(4, 4, discount);
        SftAsInverseRl sft = SftAsInverseRl.of(mdp, mdp.randomTable(3, new Random(seed)));
        assertTrue(sft.identityError() < ROUNDING);
        assertTrue(sft.recoveryError() < ROUNDING);
        assertTrue(sft.logLikelihoodRewardError() < ROUNDING);
    }

    @Property(tries = 100, seed = "2510")
    void iqLearnTelescopesToTheLogLikelihoodOfAnyDemonstration(@ForAll long seed) {
        Random random = new Random(seed);
        TabularMdp mdp = TabularMdp.tree(4, 5, 1);
        SftAsInverseRl sft = SftAsInverseRl.of(mdp, mdp.randomTable(3, random));
        int length = random.nextInt(1, 6);
        int[] tokens = random.ints(length, 1, 4).toArray();
        tokens[length - 1] = length < 5 ? TabularMdp.END : tokens[length - 1];
        assertEquals(sft.logLikelihood(tokens), sft.iqLearnObjective(tokens), ROUNDING);
    }

    @Test
    void iqLearnRefusesADiscountAndAnUnfinishedDemonstration() {
        TabularMdp discounted = TabularMdp.tree(3, 3, 0.9);
        SftAsInverseRl sft = SftAsInverseRl.of(discounted, discounted.reward());
        assertThrows(IllegalStateException.class, () -> sft.iqLearnObjective(new int[] {0}));
        assertThrows(IllegalArgumentException.class, () -> sft.logLikelihood(new int[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> sft.logLikelihood(new int[] {0, 1}));
    }

    @Property(tries = 50, seed = "2510")
    void dprClimbsToTheExtrapolationOfWholeResponses(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 3) double beta) {
        Random random = new Random(seed);
        TabularMdp mdp = TabularMdp.tree(4, 4, 1);
        double[][] sft = SoftSolution.logSoftmax(mdp.randomTable(1, random));
        double[][] ref = SoftSolution.logSoftmax(mdp.randomTable(1, random));
        assertTrue(DprOptimum.of(mdp, sft, ref, beta).residual() < ROUNDING);
    }

    @Test
    void dprOptimumIsTheTokenwiseTiltAtTheLastTokenOnly() {
        Random random = new Random(8);
        TabularMdp mdp = TabularMdp.tree(4, 3, 1);
        double[][] sft = SoftSolution.logSoftmax(mdp.randomTable(1, random));
        double[][] ref = SoftSolution.logSoftmax(mdp.randomTable(1, random));
        double[][] optimum = DprOptimum.of(mdp, sft, ref, 0.5).logPolicy();
        int last = mdp.states() - 1;
        assertEquals(0, difference(optimum[last], sft[last], ref[last]), 1e-5);
        assertTrue(difference(optimum[0], sft[0], ref[0]) > 0.05);
    }

    private static double difference(double[] optimum, double[] sft, double[] ref) {
        float[] tilted = Extrapolation.tilted(floats(sft), floats(ref), 0.5);
        double largest = 0;
        for (int a = 0; a < tilted.length; a++) {
            largest = Math.max(largest, Math.abs(optimum[a] - tilted[a]));
        }
        return largest;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
