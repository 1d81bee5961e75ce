package org.densepath.reward;

/// A sign of reward hacking: a metric left the range that its start allows. `value` is the smoothed value that
/// was judged, `limit` what it passed. `sentence` says what was seen, `whatToDo` what a person can change.
public record Alarm(
        String metric,
        Direction direction,
        double value,
        double limit,
        Action action,
        String sentence,
        String whatToDo) {
    /// The side on which the metric left its range.
    public enum Direction {
        UP,
        DOWN
    }

    /// What the run is asked to do.
    public enum Action {
        /// tell the person
        WARN,
        /// multiply the learning rate by [WatchSettings#slowFactor]
        SLOW,
        /// stop after this step and keep everything
        STOP
    }
}
