package org.densepath.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void theIntervalOfManyNormalValuesIsTheTextbooks() {
        Random random = new Random(1);
        double[] values = Coverage.draws(4_000, random::nextGaussian);
        Interval percentile = Bootstrap.mean(values, 2_000, 7);
        double side = 1.96 / Math.sqrt(4_000);
        assertEquals(percentile.value() - side, percentile.low(), 0.1 * side);
        assertEquals(percentile.value() + side, percentile.high(), 0.1 * side);
        Interval bca = Bootstrap.bcaMean(values, 2_000, 7);
        assertEquals(percentile.low(), bca.low(), 0.1 * side);
    }

    /// Efron and Tibshirani, "An Introduction to the Bootstrap", table 14.1 and section 14.3: the variance
    /// (divisor n) of 26 children's test A. BCa (115.8, 259.6), percentile (100.8, 233.9), both at 90 %; at 95 %
    /// wider.
    @Test
    void bcaCorrectsTheVarianceOfTheSpatialTestUpwards() {
        double[] a = {
            48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
        };
        Interval bca = Bootstrap.bca(a, BootstrapTest::variance, 4_000, 3);
        assertEquals(171.5, bca.value(), 0.1);
        assertTrue(bca.low() > 100 && bca.low() < 115.8, bca.toString());
        assertTrue(bca.high() > 259.6 && bca.high() < 300, bca.toString());
    }

    private static double variance(double[] values) {
        double mean = Bootstrap.average(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return sum / values.length;
    }

    @Test
    void valuesThatAgreeHaveAnIntervalOfNoWidth() {
        assertEquals(new Interval(1, 1, 1), Bootstrap.bcaMean(new double[] {1, 1, 1}, 50, 1));
        assertEquals(Interval.none(0.5), Bootstrap.mean(new double[] {0.5}, 50, 1));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = {0, 1, 1, 0, 1, 1, 1};
        assertEquals(Bootstrap.bcaMean(values, 300, 5), Bootstrap.bcaMean(values, 300, 5));
        assertTrue(!Bootstrap.mean(values, 300, 5).equals(Bootstrap.mean(values, 300, 6)));
    }

    @Test
    void seedsMustShareTheirPrompts() {
        double[][] ragged = {{1, 0}, {1}};
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.seedsAndPrompts(ragged, 10, 1));
    }

    @Test
    void aRatioOfTablesThatAreDrawnTogetherDoesNotVaryWhereTheyAreProportional() {
        double[][] once = {{1, 2, 3}, {4, 5, 9}};
        double[][] thrice = {{3, 6, 9}, {12, 15, 27}};
        Interval ratio = Bootstrap.seedsAndPrompts(List.of(thrice, once), means -> means[0] / means[1], 200, 1);
        assertEquals(3, ratio.low(), 1e-12);
        assertEquals(3, ratio.high(), 1e-12);
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        assertEquals(0.95, Coverage.rates(300, 100, 300), 0.04);
        assertEquals(0.94, Coverage.skewed(300, 60, 300, true), 0.04);
        double crossed = Coverage.seeds(200, 6, 50, 200, true);
        double promptsAlone = Coverage.seeds(200, 6, 50, 200, false);
        assertTrue(crossed > 0.89 && crossed > promptsAlone, crossed + " " + promptsAlone);
    }
}
