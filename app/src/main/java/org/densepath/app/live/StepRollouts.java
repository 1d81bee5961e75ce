package org.densepath.app.live;

import java.util.Optional;

/// What a click on a curve opens: the rollouts of the kept step nearest to the point, or a sentence that says why
/// there are none.
///
/// @param place empty where nothing can be opened @param sentence what to tell the person; may be empty
record StepRollouts(Optional<Place> place, String sentence) {
    /// Of the curve `trace`, at `step`.
    static StepRollouts at(Trace trace, long step) {
        RunSnapshot run = trace.run().snapshot();
        if (run.details().kept().stream().noneMatch(saved -> saved.track().equals(trace.track()))) {
            return new StepRollouts(Optional.empty(), none(trace, run));
        }
        long kept = run.details().nearestKept(trace.track(), Math.max(1, step));
        String sentence = kept == step || step == 0
                ? ""
                : "The rollouts of step " + step + " were not kept; these are those of step " + kept
                        + ". To keep every step, set dpr.traceEvery=1.";
        return new StepRollouts(
                Optional.of(new Place(
                        run.folder().orElseThrow(),
                        trace.track().arm(),
                        trace.track().seed(),
                        kept,
                        Place.WHOLE_STEP,
                        Place.WHOLE_STEP)),
                sentence);
    }

    private static String none(Trace trace, RunSnapshot run) {
        boolean samples = trace.metric().startsWith("dpr/");
        return !samples
                ? "Fine-tuning reads demonstrations and samples nothing: click a point of a DPR curve to see its"
                        + " rollouts."
                : run.details().plan().traceEvery() == 0
                        ? "This run keeps no rollouts: set dpr.traceEvery=1 for the next one."
                        : "No rollouts are kept yet; the first come with step "
                                + run.details().plan().traceEvery() + ".";
    }
}
