package org.densepath.app.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStatus;
import org.densepath.run.RunSummary;

/// How long each run at work will take to its end. Belongs to one thread.
public final class RunEnds {
    private final EarlierRuns earlier;
    private final Map<Path, Followed> followed = new HashMap<>();

    private record Followed(EventLog log, RunClock clock, PartCosts before) {}

    /// @param runs the folder of the runs @param sample the run that belongs to the product
    public RunEnds(Path runs, Path sample) {
        earlier = new EarlierRuns(runs, sample);
    }

    /// By folder; runs of which it cannot be told are absent.
    public Map<Path, Duration> of(List<RunSummary> all) {
        Map<Path, RunSummary> working = all.stream()
                .filter(run -> run.status() == RunStatus.RUNNING)
                .collect(Collectors.toMap(RunSummary::folder, run -> run));
        followed.keySet().retainAll(working.keySet());
        Map<Path, Duration> ends = new HashMap<>();
        working.forEach((folder, run) -> toEnd(run).ifPresent(left -> ends.put(folder, left)));
        return ends;
    }

    private Optional<Duration> toEnd(RunSummary run) {
        Followed one = followed.computeIfAbsent(run.folder(), folder -> {
            RunPlan plan = RunPlan.read(RunFolder.open(folder).experiment());
            return new Followed(
                    new EventLog(RunFolder.open(folder).events()),
                    new RunClock(run.settings(), new Pace(plan.heldOutEvery())),
                    earlier.like(run.settings()));
        });
        one.log().poll().forEach(one.clock()::apply);
        return one.clock().toEnd(one.before());
    }
}
