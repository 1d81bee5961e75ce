package org.densepath.app.task;

/// What a background task does.
@FunctionalInterface
public interface Work<T> {
    /// Runs on a background thread. Looks at [Progress#cancelled] now and then; what it returns is dropped then.
    T run(Progress progress) throws Exception;
}
