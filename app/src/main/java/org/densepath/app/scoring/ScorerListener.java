package org.densepath.app.scoring;

/// Told, on a background thread, how the worker behind a [ServeScorer] fares.
public interface ScorerListener {
    ScorerListener NOBODY = new ScorerListener() {};

    /// A worker has been started; models are loaded as questions ask for them.
    default void started(long processId) {}

    /// All questions are answered, or not any more.
    default void working(boolean now) {}

    /// The worker has ended though nobody asked it to. The next question starts another one.
    default void ended(String sentence) {}
}
