package org.densepath.app.task;

import java.util.OptionalInt;

/// A worker that this window has started: a program of its own that writes a run folder.
public interface Worker {
    /// The process's number, which the run's lock names.
    long processId();

    boolean alive();

    /// How it has ended: 0 finished, 1 failed, 2 bad input, 3 stopped and kept; empty while it runs.
    OptionalInt exitCode();

    /// The last line that it has printed, empty when there is none: where it failed before it had a run folder,
    /// its sentence.
    String lastWords();
}
