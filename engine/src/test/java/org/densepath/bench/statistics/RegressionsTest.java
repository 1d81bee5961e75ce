package org.densepath.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionsTest {
    @Test
    void theGradientIsNoughtAtTheFitAndCoefficientsAreFoundAgain() {
        double[] truth = {0.5, -1, 2};
        Random random = new Random(4);
        double[][] x = new double[6_000][];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {1, random.nextGaussian(), random.nextGaussian()};
            double p = LogisticRegression.sigmoid(truth[0] + truth[1] * x[i][1] + truth[2] * x[i][2]);
            y[i] = random.nextDouble() < p ? 1 : 0;
        }
        LogisticRegression.Fit fit = LogisticRegression.fit(x, y, 0);
        assertArrayEquals(truth, fit.coefficients(), 0.15);
        for (int j = 0; j < 3; j++) {
            double gradient = 0;
            for (int i = 0; i < x.length; i++) {
                gradient += x[i][j] * (y[i] - LogisticRegression.sigmoid(fit.logit(x[i])));
            }
            assertEquals(0, gradient, 1e-6);
            assertTrue(fit.interval(j).contains(truth[j]));
        }
    }

    @Test
    void aLoneInterceptIsTheLogitOfTheRate() {
        double[][] x = {{1}, {1}, {1}, {1}};
        LogisticRegression.Fit fit = LogisticRegression.fit(x, new double[] {1, 1, 0.5, 0}, 0);
        assertEquals(Math.log(2.5 / 1.5), fit.coefficients()[0], 1e-9);
        assertEquals(1 / (4 * 0.625 * 0.375), fit.covariance()[0][0], 1e-9);
    }

    @Test
    void rowsThatArePartedCompletelyNeedARidge() {
        double[][] x = {{1, -2}, {1, -1}, {1, 1}, {1, 2}};
        double[] y = {0, 0, 1, 1};
        assertThrows(ArithmeticException.class, () -> LogisticRegression.fit(x, y, 0));
        assertTrue(LogisticRegression.fit(x, y, 0.01).coefficients()[1] > 1);
    }

    @Test
    void bradleyTerryFindsTheStrengthsThatGamesWereDrawnWith() {
        Map<String, Double> truth = Map.of("base", 0.0, "sft", 0.8, "dpr", 1.5);
        List<String> names = List.of("base", "sft", "dpr");
        Random random = new Random(9);
        List<BradleyTerry.Game> games = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String a = names.get(i % 3);
            String b = names.get((i + 1) % 3);
            double p = LogisticRegression.sigmoid(truth.get(a) - truth.get(b));
            games.add(new BradleyTerry.Game("q" + i % 500, a, b, random.nextDouble() < p ? 1 : 0, 1));
        }
        Map<String, Interval> strengths = BradleyTerry.strengths(games, "base", 100, 1);
        truth.forEach((name, s) -> assertEquals(s, strengths.get(name).value(), 0.2, name));
        assertTrue(strengths.get("dpr").contains(1.5) && strengths.get("sft").contains(0.8));
        assertEquals(
                LogisticRegression.sigmoid(1.5),
                BradleyTerry.winRate(strengths.get("dpr")).value(),
                0.04);
    }

    @Test
    void aTieIsHalfAWinAndAClearVerdictCountsThrice() {
        List<BradleyTerry.Game> games = List.of(
                new BradleyTerry.Game("1", "a", "base", 1, 3),
                new BradleyTerry.Game("2", "base", "a", 0.5, 2),
                new BradleyTerry.Game("3", "a", "base", 0, 1));
        // won 3 + 1 of 6
        double strength = BradleyTerry.strengths(games, "base", 0, 1).get("a").value();
        assertEquals(4 / 6.0, LogisticRegression.sigmoid(strength), 0.001);
        assertThrows(IllegalArgumentException.class, () -> BradleyTerry.strengths(games, "c", 0, 1));
    }

    /// Preferences that come from length alone: the raw rate is far from a half, the controlled one is a half.
    @Test
    void theLengthControlledWinRateTakesTheLengthOut() {
        double held = Coverage.of(150, 0.5, random -> {
            double[] lengths = Coverage.draws(400, () -> 300 + 500 * random.nextGaussian());
            double[] preferences = new double[lengths.length];
            for (int i = 0; i < lengths.length; i++) {
                double p = LogisticRegression.sigmoid(1.5 * Math.tanh(lengths[i] / 500));
                preferences[i] = random.nextDouble() < p ? 1 : 0;
            }
            assertTrue(Bootstrap.average(preferences) > 0.52, "length decides");
            return LengthControlledWinRate.minimal(preferences, lengths, 150, random.nextLong());
        });
        assertTrue(held >= 0.88, "the interval held a half in " + held);
    }

    @Test
    void withoutAnyDifferenceInLengthItIsThePlainWinRate() {
        Interval rate = LengthControlledWinRate.minimal(new double[] {1, 1, 0.2, 0.6}, new double[4], 0, 1);
        assertEquals(0.7, rate.value(), 0.001);
    }

    @Test
    void difficultyIsKeptAndLengthTakenOut() {
        Random random = new Random(8);
        double[] lengths = Coverage.draws(4_000, () -> 400 * random.nextGaussian());
        double[] difficulty = Coverage.draws(4_000, random::nextGaussian);
        double[] preferences = new double[lengths.length];
        double truth = 0;
        for (int i = 0; i < lengths.length; i++) {
            double without = 0.7 + difficulty[i];
            truth += LogisticRegression.sigmoid(without) / lengths.length;
            preferences[i] =
                    random.nextDouble() < LogisticRegression.sigmoid(without + 2 * Math.tanh(lengths[i] / 400)) ? 1 : 0;
        }
        assertEquals(
                truth,
                LengthControlledWinRate.of(preferences, lengths, difficulty, 0, 1)
                        .value(),
                0.02);
    }
}
