package org.densepath.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One run as a list shows it. `problem` is the sentence that says what cannot be read of it.
public record RunSummary(
        Path folder,
        String name,
        RunStatus status,
        Optional<Track> stage,
        long step,
        long steps,
        Optional<Instant> started,
        Optional<Instant> lastTime,
        List<Event.ScoreComputed> scores,
        int warnings,
        Optional<String> problem) {
    static RunSummary of(RunFolder run, RunState state) {
        return new RunSummary(
                run.path(),
                state.name().isEmpty() ? run.name() : state.name(),
                run.status(state),
                state.stage().map(Event.StageStarted::track),
                state.step(),
                state.stage().map(Event.StageStarted::steps).orElse(0L),
                state.started(),
                state.lastTime(),
                state.scores(),
                state.warnings().size(),
                state.failure().map(Event.RunFailed::sentence));
    }

    static RunSummary broken(Path folder, String problem) {
        return new RunSummary(
                folder,
                folder.getFileName().toString(),
                RunStatus.FAILED,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.of(problem));
    }
}
