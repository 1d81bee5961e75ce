package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.paint.NumberText;
import org.densepath.paint.Series;
import org.densepath.run.Event;

/// A score of the evaluation beside the curve that measured the same on validation prompts during training: that
/// of π_SFT where DPR begins, that of the trained policy where it has ended.
///
/// @param trace the curve that it stands beside
/// @param who `SFT`, `DPR`
/// @param x in steps, tokens or seconds
/// @param low lower end of its 95 % interval, NaN for none; of several seeds the mean of their ends
record FinalScore(Trace trace, String who, long step, double x, double value, double low, double high) {
    private static final Map<String, String> SCORES = Map.of(
            "dpr/heldout_greedy", "success_greedy",
            "dpr/heldout_sampled", "success_sampled",
            "dpr/heldout_return_greedy", "return_greedy",
            "dpr/heldout_return_sampled", "return_sampled",
            "dpr/heldout_length_sampled", "length_sampled",
            "dpr/heldout_auroc", "auroc_return");

    /// Those of one curve that are there so far.
    static List<FinalScore> of(Trace trace, XAxis axis) {
        Curve curve = trace.seeds().getFirst().curve();
        List<FinalScore> found = new ArrayList<>();
        if (SCORES.containsKey(trace.metric()) && curve.size() > 0) {
            if (curve.step(0) == 0) {
                of(trace, "sft", axis, 0).ifPresent(found::add);
            }
            of(trace, trace.track().arm(), axis, curve.size() - 1).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<FinalScore> of(Trace trace, String arm, XAxis axis, int point) {
        List<Integer> seeds = trace.seeds().stream()
                .map(seed -> seed.curve().key().track().seed())
                .toList();
        List<Event.ScoreComputed> scores = trace.run().snapshot().details().scores().stream()
                .filter(s ->
                        s.score().equals(SCORES.get(trace.metric())) && s.arm().equals(arm) && seeds.contains(s.seed()))
                .toList();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        Curve curve = trace.seeds().getFirst().curve();
        return Optional.of(new FinalScore(
                trace,
                StageMark.stageName(arm),
                (long) curve.step(point),
                curve.x(axis, point),
                scores.stream()
                        .mapToDouble(Event.ScoreComputed::value)
                        .average()
                        .orElseThrow(),
                scores.stream().mapToDouble(Event.ScoreComputed::low).average().orElseThrow(),
                scores.stream().mapToDouble(Event.ScoreComputed::high).average().orElseThrow()));
    }

    /// Those of one curve, drawn beside it.
    static Series series(List<FinalScore> scores, double unit) {
        Trace trace = scores.getFirst().trace();
        return Series.single(
                trace.name(),
                scores.stream().mapToDouble(score -> score.x() / unit).toArray(),
                scores.stream().mapToDouble(FinalScore::value).toArray(),
                scores.stream().mapToDouble(FinalScore::low).toArray(),
                scores.stream().mapToDouble(FinalScore::high).toArray(),
                trace.colour());
    }

    Trace.Reading reading() {
        String name = trace.name().isEmpty() ? "" : trace.name() + ", ";
        String interval =
                Double.isFinite(low + high) ? "[" + NumberText.plain(low) + ", " + NumberText.plain(high) + "]" : "";
        return new Trace.Reading(
                name + "final " + who, trace.colour(), step, x, value, NumberText.plain(value), interval);
    }
}
