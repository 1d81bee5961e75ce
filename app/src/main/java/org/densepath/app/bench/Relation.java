package org.densepath.app.bench;

import java.util.List;

/// How the answers of two arms to a prompt stand to each other.
enum Relation {
    ALL,
    /// The first is worse than the second.
    LOST,
    /// The first is better than the second.
    WON,
    SAME,
    BOTH_RIGHT,
    BOTH_WRONG,
    /// A judge's verdict on the first turns with the order.
    TURNED;

    /// Those that make sense for answers that are judged so.
    static List<Relation> of(Measure measure) {
        return switch (measure) {
            case CHECK -> List.of(ALL, LOST, WON, BOTH_RIGHT, BOTH_WRONG, SAME);
            case SHARE -> List.of(ALL, LOST, WON, SAME, TURNED);
            case RATING -> List.of(ALL, LOST, WON, SAME);
            case NONE -> List.of(ALL);
        };
    }

    /// A judge compares with a baseline of its own, so that a share says how `first` stands to that, whatever
    /// `second` is.
    boolean holds(PromptLine line, String first, String second, Measure measure) {
        double a = line.value(first);
        double b = measure == Measure.SHARE ? 0.5 : line.value(second);
        return switch (this) {
            case ALL -> true;
            case LOST -> a < b;
            case WON -> a > b;
            case SAME -> a == b;
            case BOTH_RIGHT -> Math.min(a, b) >= 0.5;
            case BOTH_WRONG -> Math.max(a, b) < 0.5;
            case TURNED ->
                line.byArm().containsKey(first) && line.byArm().get(first).turns();
        };
    }

    /// `DPR lost where SFT won`.
    String sentence(String first, String second, Measure measure) {
        return switch (this) {
            case ALL -> "All";
            case LOST ->
                switch (measure) {
                    case CHECK -> first + " lost where " + second + " won";
                    case SHARE -> first + " loses to the baseline";
                    case RATING, NONE -> first + " worse than " + second;
                };
            case WON ->
                switch (measure) {
                    case CHECK -> first + " won where " + second + " lost";
                    case SHARE -> first + " wins over the baseline";
                    case RATING, NONE -> first + " better than " + second;
                };
            case SAME -> measure == Measure.SHARE ? "Tie" : "Same";
            case BOTH_RIGHT -> "Both right";
            case BOTH_WRONG -> "Both wrong";
            case TURNED -> "Verdict turns with the order";
        };
    }
}
