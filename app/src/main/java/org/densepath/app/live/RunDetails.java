package org.densepath.app.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.densepath.run.Event;
import org.densepath.run.Track;

/// More of a run than most pages ask for.
///
/// @param kept every step whose rollouts are there, as they were saved @param scores the latest of each score, seed by
/// seed @param notices sentences about what of the run's events is not shown @param stopFor what the worker was
/// asked, `stop` or `abort`, empty when nothing @param machine where the last worker has computed @param toEnd
/// what is left of the whole run, empty while that cannot be told
public record RunDetails(
        RunPlan plan,
        List<Event.RolloutsSaved> kept,
        List<Event.ScoreComputed> scores,
        List<String> notices,
        String stopFor,
        RunMachine machine,
        Optional<Duration> toEnd) {
    static final RunDetails NONE =
            new RunDetails(RunPlan.UNKNOWN, List.of(), List.of(), List.of(), "", RunMachine.UNKNOWN, Optional.empty());

    public RunDetails {
        kept = List.copyOf(kept);
        scores = List.copyOf(scores);
        notices = List.copyOf(notices);
    }

    /// The kept step of `track` that is nearest to `step`; −1 where none is kept.
    public long nearestKept(Track track, double step) {
        long best = -1;
        for (Event.RolloutsSaved saved : kept) {
            boolean nearer = best < 0 || Math.abs(saved.step() - step) < Math.abs(best - step);
            if (saved.track().equals(track) && nearer) {
                best = saved.step();
            }
        }
        return best;
    }
}
