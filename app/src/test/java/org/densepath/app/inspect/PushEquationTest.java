package org.densepath.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.densepath.reward.Baseline;
import org.densepath.reward.Divergence;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The push that is told against the slope of the loss itself, by finite differences.
class PushEquationTest {
    private static final double[] LOGITS = {0.3, -1.2, 0.9, 0.1};
    private static final double[] SFT = {0.1, -0.4, 1.1, -0.6};
    private static final int TAKEN = 2;
    private static final double BETA = 0.7;

    private static double[] logSoftmax(double[] logits) {
        double sum = 0;
        for (double z : logits) {
            sum += Math.exp(z);
        }
        double[] log = new double[logits.length];
        for (int a = 0; a < log.length; a++) {
            log[a] = logits[a] - Math.log(sum);
        }
        return log;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double loss(double shift, double advantage, String form) {
        double[] logits = LOGITS.clone();
        logits[TAKEN] += shift;
        double[] p = logSoftmax(logits);
        double[] s = logSoftmax(SFT);
        double d = p[TAKEN] - s[TAKEN];
        double kl = 0;
        for (int a = 0; a < p.length; a++) {
            kl += Math.exp(p[a]) * (p[a] - s[a]);
        }
        return -advantage * p[TAKEN]
                + switch (form) {
                    case "k1" -> BETA * d;
                    case "k3" -> BETA * (Math.exp(-d) - 1 + d);
                    case "exact" -> BETA * kl;
                    default -> 0;
                };
    }

    @ParameterizedTest
    @CsvSource({"none,1.3", "none,-0.4", "k1,1.3", "k1,0.2", "k3,-0.8", "exact,1.3", "exact,-2"})
    void thePushIsTheSlopeOfTheLoss(String form, float advantage) {
        float[] p = floats(logSoftmax(LOGITS));
        float[] s = floats(logSoftmax(SFT));
        TokenValues values = new TokenValues(
                new float[] {p[TAKEN]},
                new float[] {s[TAKEN]},
                new float[] {-1},
                new float[] {0.1f},
                new float[] {0.1f},
                new float[] {advantage},
                new float[] {(float) Divergence.exact(p, s)},
                new float[0]);
        TraceRow row = new TraceRow(
                1,
                0,
                0,
                "",
                "",
                TraceRow.Ended.EOS,
                new int[] {1, 2},
                1,
                List.of("x"),
                values,
                0,
                OptionalDouble.empty());
        Objective objective = new Objective(
                "baseline-relative", 1, Optional.empty(), 1, Baseline.NONE, false, false, form, BETA, 0, 0);
        double h = 1e-5;
        double slope = (loss(h, advantage, form) - loss(-h, advantage, form)) / (2 * h);

        Equation push = PushEquation.of(new TokenPlace(row, 0, Path.of("."), "dpr", 1, List.of()), objective)
                .orElseThrow();

        assertEquals(-slope, push.value(), 1e-5);
        assertEquals(
                Arithmetic.of(push.result().plain()),
                Arithmetic.of(push.numbers().plain()),
                0.011);
    }
}
