package org.densepath.reward;

import org.densepath.BadInputException;

/// How far beyond π_SFT the KL-regularised objective asks to go. The maximum of E[Σ r̂_t] − β·KL(π ‖ π_SFT) over
/// distributions of whole responses is π* ∝ π_SFT^(1+1/β) / π_ref^(1/β): the step from π_ref to π_SFT, taken 1/β
/// times more.
public final class Extrapolation {
    private Extrapolation() {}

    /// 1/β. β = 1 doubles the step that SFT made after the reference was taken, β = 0.05 asks for 20 times as
    /// much again.
    public static double factor(double beta) {
        if (!(beta > 0)) {
            throw new BadInputException(
                    "The KL coefficient (beta) must be above 0 nats for the objective to have an optimum, not " + beta
                            + ": about 1 asks for one more step of what SFT learned.");
        }
        return 1 / beta;
    }

    /// log of π_SFT^(1+1/β) / π_ref^(1/β), normalised over one position's vocabulary, [vocabulary]. It is the
    /// optimum for γ = 0 (each token for itself) and a decoding control without training; for γ = 1 the optimum
    /// also weighs what follows.
    public static float[] tilted(float[] logSft, float[] logRef, double beta) {
        double factor = factor(beta);
        double[] tilted = new double[logSft.length];
        for (int a = 0; a < tilted.length; a++) {
            tilted[a] = (1 + factor) * logSft[a] - factor * logRef[a];
        }
        double normaliser = LogSumExp.of(tilted);
        float[] logTilted = new float[tilted.length];
        for (int a = 0; a < tilted.length; a++) {
            logTilted[a] = (float) (tilted[a] - normaliser);
        }
        return logTilted;
    }
}
