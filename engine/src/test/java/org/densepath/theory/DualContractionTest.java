package org.densepath.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.densepath.theory.DualContraction.Point;
import org.junit.jupiter.api.Test;

class DualContractionTest {
    private static final double[] EPSILONS = {0.001, 0.01, 0.1, 0.3, 1};

    @Property(tries = 60, seed = "2510")
    void leftIsNeverAboveRight(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int vocabulary,
            @ForAll @IntRange(min = 1, max = 5) int horizon,
            @ForAll @DoubleRange(min = 0.3, max = 1) double discount,
            @ForAll @DoubleRange(min = 0.1, max = 5) double scale) {
        Random random = new Random(seed);
        TabularMdp mdp = TabularMdp.tree(vocabulary, horizon, discount).withRandomRewards(scale, random);
        DualContraction.series(mdp, EPSILONS, 4, random).forEach(DualContractionTest::assertBounded);
        assertBounded(DualContraction.adversarial(mdp, 0.5, random.nextInt(vocabulary)));
        assertBounded(DualContraction.compare(mdp, mdp.randomTable(scale, random)));
    }

    @Test
    void pointIsNothingAgainstNothingWhenTheRewardIsTheSame() {
        TabularMdp mdp = TabularMdp.tree(3, 3, 1).withRandomRewards(1, new Random(1));
        Point same = DualContraction.compare(mdp, mdp.reward());
        assertEquals(0, same.epsilon());
        assertEquals(0, same.logPolicyError());
        assertEquals(0, same.logPolicyBound());
    }

    /// Adding one constant c to every reward moves every Q by exactly ε·H_h and, where all texts have one length,
    /// no policy.
    @Test
    void qBoundIsReachedByAConstantAndThePolicyStaysWhenAllTextsAreOfOneLength() {
        int[][] line = {{1, 1, 1}, {2, 2, 2}, {-1, -1, -1}};
        TabularMdp mdp = new TabularMdp(line, new double[3][3], 1).withRandomRewards(1, new Random(2));
        double[][] raised = new double[3][3];
        for (int s = 0; s < 3; s++) {
            for (int a = 0; a < 3; a++) {
                raised[s][a] = mdp.reward()[s][a] + 0.2;
            }
        }
        Point point = DualContraction.compare(mdp, raised);
        assertEquals(0.6, point.qBound(), 1e-12);
        assertEquals(point.qBound(), point.qError(), 1e-12);
        assertEquals(0, point.logPolicyError(), 1e-12);
    }

    /// A rare first token that the error favours: the log-policy moves by all but the whole bound, so no smaller
    /// constant holds.
    @Test
    void logPolicyBoundIsAllButReachedByTheWorstCase() {
        TabularMdp mdp = TabularMdp.tree(3, 3, 1).withRandomRewards(0.1, new Random(4));
        mdp.reward()[0][0] -= 12;
        mdp.reward()[0][1] -= 12;
        Point point = DualContraction.adversarial(mdp, 0.5, 1);
        double ratio = point.logPolicyError() / point.logPolicyBound();
        assertTrue(ratio > 0.9 && ratio <= 1, "reaches " + ratio);
    }

    /// Random signs average out along a text; still the bounds are of the right size, not orders above.
    @Test
    void boundsAreNotVacuousForRandomErrors() {
        Random random = new Random(5);
        TabularMdp mdp = TabularMdp.tree(4, 5, 1).withRandomRewards(1, random);
        List<Point> points = DualContraction.series(mdp, EPSILONS, 20, random);
        double q = mean(points, p -> p.qError() / p.qBound());
        double policy = mean(points, p -> p.logPolicyError() / p.logPolicyBound());
        double variation = mean(points, p -> p.totalVariation() / p.totalVariationBound());
        double gap = mean(points, p -> p.valueGap() / p.valueGapBound());
        String ratios =
                "left/right: Q %.3f, log-policy %.3f, TV %.3f, value gap %.4f".formatted(q, policy, variation, gap);
        assertTrue(q > 0.4 && policy > 0.3 && variation > 0.1 && gap > 0.01, ratios);
    }

    @Test
    void valueGapIsOfSecondOrderInTheError() {
        TabularMdp mdp = TabularMdp.tree(4, 4, 1).withRandomRewards(1, new Random(6));
        Point small = DualContraction.series(mdp, new double[] {0.001}, 1, new Random(7))
                .getFirst();
        Point tenfold = DualContraction.series(mdp, new double[] {0.01}, 1, new Random(7))
                .getFirst();
        assertEquals(100, tenfold.valueGap() / small.valueGap(), 3);
        assertEquals(10, tenfold.logPolicyError() / small.logPolicyError(), 0.1);
    }

    private static void assertBounded(Point p) {
        double rounding = 1e-9;
        assertTrue(p.qError() <= p.qBound() + rounding, p::toString);
        assertTrue(p.logPolicyError() <= p.logPolicyBound() + rounding, p::toString);
        assertTrue(p.totalVariation() <= p.totalVariationBound() + rounding, p::toString);
        assertTrue(p.valueGap() <= p.valueGapBound() + rounding, p::toString);
        assertTrue(p.valueGap() >= -rounding, p::toString);
        assertTrue(p.largestRatio() <= 1 + 1e-6, p::toString);
    }

    private static double mean(List<Point> points, ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).average().orElseThrow();
    }
}
