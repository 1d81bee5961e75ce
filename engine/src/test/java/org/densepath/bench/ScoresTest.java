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

    @Test
    void theLineSaysValueEndsAndNumber() {
        Score score = new Score("x", new Interval(0.125, 0.1, 0.15), 8);
        assertTrue(score.line().endsWith("12.5 % [10.0, 15.0]   n = 8"), score.line());
    }
}
