package org.densepath.app.runs;

import java.util.Locale;
import org.densepath.run.RunSummary;

/// How a run of the library stands, as its badge says.
public enum Standing {
    STARTING("Starting"),
    RUNNING("Running"),
    STOPPING("Stopping"),
    STOPPED("Stopped"),
    INTERRUPTED("Interrupted"),
    FAILED("Failed"),
    UNREADABLE("Unreadable"),
    NOT_STARTED("Not started"),
    FINISHED("Finished");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The badge's style class.
    public String style() {
        return "badge-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a worker is at work.
    public boolean busy() {
        return this == STARTING || this == RUNNING || this == STOPPING;
    }

    static Standing of(RunSummary run) {
        return switch (run.status()) {
            case PREPARED -> NOT_STARTED;
            case RUNNING -> run.stopAsked() ? STOPPING : RUNNING;
            case STOPPED -> STOPPED;
            case INTERRUPTED -> INTERRUPTED;
            case FINISHED -> FINISHED;
            case FAILED -> run.readable() ? FAILED : UNREADABLE;
        };
    }
}
