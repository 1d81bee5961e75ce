package org.densepath.train;

import org.densepath.BadInputException;

/// A learning rate by step, counted from 0, as Hugging Face's schedules do: k / warm-up while k < warm-up (so the
/// first step has rate 0), then constant or half a cosine down to 0 at `steps`.
public record LearningRate(double peak, int warmupSteps, Shape shape, long steps) {
    public enum Shape {
        CONSTANT,
        COSINE
    }

    public LearningRate {
        if (!(peak >= 0) || Double.isInfinite(peak) || warmupSteps < 0) {
            throw new BadInputException(
                    "learningRate " + peak + " and warmupSteps " + warmupSteps + " must be finite and 0 or more.");
        }
    }

    public double at(long step) {
        if (step < warmupSteps) {
            return peak * step / warmupSteps;
        }
        if (shape == Shape.CONSTANT) {
            return peak;
        }
        double done = (double) (step - warmupSteps) / Math.max(1, steps - warmupSteps);
        return peak * 0.5 * (1 + Math.cos(Math.PI * done));
    }
}
