package org.densepath.app.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.densepath.experiment.FigureProvenance;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.Event;

/// What is known of the shown run at one moment: made on a background thread, shown on the window's.
///
/// @param folder empty while no run folder is there @param problem a sentence on what went wrong @param remaining of
/// the current stage @param stopAsked whether the worker was asked to stop @param judged how many answers the
/// largest of the scores rests on @param rollouts the newest trace, its path relative to `folder` @param details
/// what the pages Live and Scores need besides
public record RunSnapshot(
        Optional<Path> folder,
        String name,
        Phase phase,
        Optional<String> problem,
        List<StageMark> stages,
        Optional<Duration> remaining,
        boolean stopAsked,
        List<Curve> curves,
        ScoreTable scores,
        int judged,
        List<Event.Warning> warnings,
        Optional<Event.RolloutsSaved> rollouts,
        RunDetails details) {
    /// Nothing to show.
    public static final RunSnapshot NOTHING = withoutRun(Phase.NOT_STARTED, Optional.empty());

    public RunSnapshot {
        stages = List.copyOf(stages);
        curves = List.copyOf(curves);
        warnings = List.copyOf(warnings);
    }

    /// How many stages are done.
    public long stagesDone() {
        return stages.stream()
                .filter(mark -> mark.state() == StageMark.State.DONE)
                .count();
    }

    /// Without details.
    public RunSnapshot(
            Optional<Path> folder,
            String name,
            Phase phase,
            Optional<String> problem,
            List<StageMark> stages,
            Optional<Duration> remaining,
            boolean stopAsked,
            List<Curve> curves,
            ScoreTable scores,
            int judged,
            List<Event.Warning> warnings,
            Optional<Event.RolloutsSaved> rollouts) {
        this(
                folder,
                name,
                phase,
                problem,
                stages,
                remaining,
                stopAsked,
                curves,
                scores,
                judged,
                warnings,
                rollouts,
                RunDetails.NONE);
    }

    /// See [FigureProvenance#title].
    public String title() {
        return folder.map(path -> FigureProvenance.title(path.getFileName().toString(), name))
                .orElse(name);
    }

    static RunSnapshot withoutRun(Phase phase, Optional<String> problem) {
        return new RunSnapshot(
                Optional.empty(),
                "",
                phase,
                problem,
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                new ScoreTable(List.of(), List.of()),
                0,
                List.of(),
                Optional.empty(),
                RunDetails.NONE);
    }

    RunSnapshot with(Phase other, Optional<String> otherProblem) {
        return new RunSnapshot(
                folder,
                name,
                other,
                otherProblem,
                stages,
                remaining,
                stopAsked,
                curves,
                scores,
                judged,
                warnings,
                rollouts,
                details);
    }

    /// The stage that is or was last at work.
    public Optional<StageMark> stage() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast());
    }

    /// The newest trace file.
    public Optional<Path> rolloutsFile() {
        return folder.flatMap(path -> rollouts.map(saved -> path.resolve(saved.path())));
    }
}
