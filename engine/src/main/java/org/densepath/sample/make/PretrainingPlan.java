package org.densepath.sample.make;

import org.densepath.sample.corpus.PeriodicSequences;
import org.densepath.sample.corpus.PretrainingRate;

/// How long the base is trained, in steps and never in time, so that a seed decides all of it. `copyingSteps`: on
/// periodic sequences; `documentSteps`: on documents, whose mixture and learning rate follow the share of these
/// steps done; `reportEvery`: steps between two measurements.
public record PretrainingPlan(
        int copyingSteps,
        int documentSteps,
        int batchSize,
        PretrainingRate rate,
        double weightDecay,
        double gradientClip,
        int reportEvery) {
    public PretrainingPlan {
        if (copyingSteps < 0 || documentSteps < 1 || batchSize < 1 || reportEvery < 1) {
            throw new IllegalArgumentException(copyingSteps + " and " + documentSteps + " steps on batches of "
                    + batchSize + ", a report every " + reportEvery);
        }
        if (!(weightDecay >= 0) || !(gradientClip >= 0)) {
            throw new IllegalArgumentException("a weight decay of " + weightDecay + " and a clip at " + gradientClip);
        }
    }

    /// The sample's own.
    public static PretrainingPlan recipe() {
        return new PretrainingPlan(PeriodicSequences.STEPS, 3000, 32, PretrainingRate.recipe(), 0.05, 1, 250);
    }
}
