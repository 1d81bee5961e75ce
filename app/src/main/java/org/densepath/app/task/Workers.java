package org.densepath.app.task;

/// How workers are started.
@FunctionalInterface
public interface Workers {
    /// Starts `command` and returns at once.
    ///
    /// Throws [org.densepath.run.RunStorageException] when the system starts no process.
    Worker start(WorkerCommand command);
}
