package org.densepath.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densepath.bench.statistics.Interval;
import org.junit.jupiter.api.Test;

class ScoresTest {
    /// R: binom.test(0, 20)$conf.int is 0, 0.1684.
    @Test
    void allWrongAndAllRightHaveTheExactInterval() {
        Score wrong = Scores.mean("right", new double[20]);
        assertEquals(0.1684, wrong.interval().high(), 1e-4);
        assertEquals(0, wrong.interval().low());
        double[] ones = {1, 1, 1, 1};
        assertEquals(0.3976, Scores.mean("right", ones).interval().low(), 1e-4);
    }

    @Test
    void instructionsOfOnePromptAreDrawnTogether() {
        double[] right = {2, 0, 2, 0, 2, 0, 2, 0};
        double[] all = {2, 2, 2, 2, 2, 2, 2, 2};
        Score score = Scores.ratio("instructions", right, all);
        assertEquals(16, score.n());
        assertEquals(0.5, score.interval().value());
        // eight prompts, not sixteen: ± 0.33 rather than ± 0.24
        assertTrue(score.interval().low() <= 0.2 && score.interval().high() >= 0.8, score.toString());
    }

    /// R: binom.test(4, 4)$conf.int begins at 0.3976; the prompt of which there is nothing does not count.
    @Test
    void aShareThatIsWholeHasTheExactIntervalOfItsPrompts() {
        double[] of = {3, 0, 1, 5, 2};
        Score whole = Scores.ratio("pairs", of, of);
        assertEquals(0.3976, whole.interval().low(), 1e-4);
        assertEquals(1, whole.interval().high());
        assertEquals(0.6024, Scores.ratio("pairs", new double[5], of).interval().high(), 1e-4);
        assertTrue(Double.isNaN(
                Scores.ratio("pairs", new double[2], new double[2]).interval().low()));
    }

    @Test
    void theLineSaysValueEndsAndNumber() {
        Score score = new Score("x", new Interval(0.125, 0.1, 0.15), 8);
        assertTrue(score.line().endsWith("12.5 % [10.0, 15.0]   n = 8"), score.line());
    }
}
