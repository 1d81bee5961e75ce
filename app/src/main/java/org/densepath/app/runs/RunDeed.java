package org.densepath.app.runs;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What can be done with one run of the library.
public enum RunDeed {
    OPEN("Open", "Show this run in the window", MaterialDesignO.OPEN_IN_APP),
    RESUME("Resume", "Go on from the last checkpoint in a new worker", MaterialDesignR.RESTART),
    STOP("Stop and keep", "End after this step and keep everything; it can be resumed", MaterialDesignS.STOP),
    ABORT("Abort", "End now; the last checkpoint is what remains", MaterialDesignC.CLOSE_OCTAGON_OUTLINE),
    DUPLICATE("Duplicate settings", "Begin a new run with these settings", MaterialDesignC.CONTENT_DUPLICATE),
    REVEAL("Reveal folder", "Show the run's folder in the file browser", MaterialDesignF.FOLDER_OPEN_OUTLINE),
    COPY(
            "Copy command",
            "Copy the command line that goes on with this run or, when it is finished, repeats it",
            MaterialDesignC.CONSOLE),
    TRASH("Move to trash", "Move the folder to the trash; it can be taken back", MaterialDesignD.DELETE_OUTLINE);

    private final String title;
    private final String meaning;
    private final Ikon icon;

    RunDeed(String title, String meaning, Ikon icon) {
        this.title = title;
        this.meaning = meaning;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public Ikon icon() {
        return icon;
    }

    /// Why it cannot be done with `row` now; empty when it can.
    public Optional<String> hindrance(RunRow row) {
        Standing standing = row.standing().get();
        boolean settings = !row.now().settings().values().isEmpty();
        return switch (this) {
            case OPEN ->
                standing == Standing.UNREADABLE
                        ? Optional.of("This run cannot be read: " + RunWords.sentence(row))
                        : Optional.empty();
            case RESUME -> resume(row, standing, settings);
            case STOP, ABORT ->
                switch (standing) {
                    case RUNNING -> Optional.empty();
                    case STOPPING ->
                        this == ABORT
                                ? Optional.empty()
                                : Optional.of("It was asked already and ends after this step.");
                    case STARTING -> Optional.of("The worker is starting; it can be stopped in a moment.");
                    default -> Optional.of("No worker is at work on this run.");
                };
            case DUPLICATE, COPY ->
                settings || this == COPY && row.now().resumable()
                        ? Optional.empty()
                        : Optional.of("Its settings, experiment.json, cannot be read.");
            case REVEAL -> Optional.empty();
            case TRASH ->
                row.isSample()
                        ? Optional.of("The sample run belongs to the product and stays.")
                        : standing.busy() ? Optional.of("A worker is at work on it: stop it first.") : Optional.empty();
        };
    }

    private static Optional<String> resume(RunRow row, Standing standing, boolean settings) {
        if (row.isSample()) {
            return Optional.of("The sample run belongs to the product and is only shown.");
        }
        if (row.now().resumable() && !standing.busy()) {
            return settings
                    ? Optional.empty()
                    : Optional.of("Its settings, experiment.json, cannot be read: restore that file first.");
        }
        return Optional.of(
                switch (standing) {
                    case FINISHED -> "All of its stages are done.";
                    case NOT_STARTED -> "No worker has begun; there is nothing to go on from.";
                    case UNREADABLE -> "This run cannot be read: " + RunWords.sentence(row);
                    default -> "A worker is at work on it already.";
                });
    }
}
