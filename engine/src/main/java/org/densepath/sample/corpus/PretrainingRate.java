package org.densepath.sample.corpus;

/// The base's learning rate: `peak · min(1, (step + 1) / warmUp) · (floor + (1 − floor) · (1 + cos(π · progress))
/// / 2)`.
public record PretrainingRate(double peak, int warmUp, double floor) {
    public PretrainingRate {
        if (!(peak > 0) || warmUp < 1 || !(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("a peak of " + peak + ", warm-up " + warmUp + ", floor " + floor);
        }
    }

    /// The recipe's: 2e-3 after 30 steps, down to a twentieth.
    public static PretrainingRate recipe() {
        return new PretrainingRate(2e-3, 30, 0.05);
    }

    /// `step` counts from 0, `progress` runs from 0 to 1.
    public double at(int step, double progress) {
        double rising = Math.min(1, (step + 1.0) / warmUp);
        return peak * rising * (floor + (1 - floor) * (1 + Math.cos(Math.PI * progress)) / 2);
    }
}
