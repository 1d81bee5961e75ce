package org.densepath.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One run as a list shows it.
///
/// @param lastWord the sentence of its end: why it was stopped or has failed, on a second line what to do; or what
/// hinders reading it. Empty where there is nothing to say @param heldOut the last step of training with held-out
/// scores @param remarks what cannot be read of it, as sentences; the rest is there @param stopAsked whether its
/// worker was asked to end
public record RunSummary(
        Path folder,
        String name,
        RunStatus status,
        RunProgress progress,
        List<Event.ScoreComputed> scores,
        Optional<Event.StepFinished> heldOut,
        int warnings,
        String lastWord,
        List<String> remarks,
        RunSettings settings,
        RunNotes notes,
        boolean stopAsked) {
    public RunSummary {
        scores = List.copyOf(scores);
        remarks = List.copyOf(remarks);
    }

    static RunSummary broken(Path folder, String problem, RunNotes notes) {
        return new RunSummary(
                folder,
                folder.getFileName().toString(),
                RunStatus.FAILED,
                RunProgress.NONE,
                List.of(),
                Optional.empty(),
                0,
                problem,
                List.of(),
                RunSettings.NONE,
                notes,
                false);
    }

    /// Whether its events could be read: what cannot is listed as failed, with no event of its own.
    public boolean readable() {
        return status != RunStatus.FAILED || progress.lastTime().isPresent();
    }

    public Optional<Instant> started() {
        return progress.started();
    }

    /// Whether a worker could go on with it.
    public boolean resumable() {
        return readable()
                && (status == RunStatus.STOPPED || status == RunStatus.INTERRUPTED || status == RunStatus.FAILED);
    }

    public RunSummary withNotes(RunNotes other) {
        return new RunSummary(
                folder, name, status, progress, scores, heldOut, warnings, lastWord, remarks, settings, other,
                stopAsked);
    }
}
