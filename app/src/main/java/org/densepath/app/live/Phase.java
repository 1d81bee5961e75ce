package org.densepath.app.live;

import org.densepath.run.RunStatus;

/// How the shown run stands, as a person is told.
public enum Phase {
    NOT_STARTED("Not started"),
    /// A worker is starting up, nothing of it is in the run folder yet.
    STARTING("Starting"),
    RUNNING("Running"),
    STOPPED("Stopped and kept"),
    /// The worker is gone without a last word.
    INTERRUPTED("Interrupted"),
    FINISHED("Finished"),
    FAILED("Failed");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether a worker is at work.
    public boolean busy() {
        return this == STARTING || this == RUNNING;
    }

    /// Whether `resume` would go on from here.
    public boolean resumable() {
        return this == STOPPED || this == INTERRUPTED || this == FAILED;
    }

    static Phase of(RunStatus status) {
        return switch (status) {
            case PREPARED -> NOT_STARTED;
            case RUNNING -> RUNNING;
            case STOPPED -> STOPPED;
            case INTERRUPTED -> INTERRUPTED;
            case FINISHED -> FINISHED;
            case FAILED -> FAILED;
        };
    }
}
