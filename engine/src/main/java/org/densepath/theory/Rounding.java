package org.densepath.theory;

import org.densepath.tensor.ComputeDevice.Precision;

/// How far two ways of computing the same log-probability may lie apart by rounding alone.
final class Rounding {
    /// Two orders of summation in float32 differ by some units in the last place of the largest logit; half
    /// precision rounds the logits themselves.
    private static final double UNITS_FLOAT32 = 64;

    private static final double UNITS_HALF = 8;

    private Rounding() {}

    /// In nats a token, for logits of at most `largestLogit` in absolute value.
    static double tolerance(Precision precision, double largestLogit) {
        return switch (precision) {
            case FLOAT32 -> UNITS_FLOAT32 * 0x1.0p-23 * largestLogit;
            case FLOAT16 -> UNITS_HALF * 0x1.0p-10 * largestLogit;
            case BFLOAT16 -> UNITS_HALF * 0x1.0p-7 * largestLogit;
        };
    }
}
