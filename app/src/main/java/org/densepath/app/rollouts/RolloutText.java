package org.densepath.app.rollouts;

import java.util.Locale;
import java.util.OptionalDouble;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;
import org.densepath.run.query.RolloutFilter;

/// How a response's properties are written, on every page that shows some.
public final class RolloutText {
    private RolloutText() {}

    public static String ended(TraceRow.Ended ended) {
        return ended == TraceRow.Ended.EOS ? "end token" : "cut at limit";
    }

    /// `right`, `wrong`, or with the number of a check that gives more; empty where there was none.
    public static String check(OptionalDouble check) {
        if (check.isEmpty()) {
            return "";
        }
        double value = check.getAsDouble();
        String word = value >= RolloutFilter.PASSED ? "right" : "wrong";
        return value == 0 || value == 1 ? word : word + " " + String.format(Locale.ROOT, "%.2f", value);
    }

    public static String track(Track track) {
        return track.arm() + ", seed " + track.seed();
    }

    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// `1 step`, `40 steps`.
    public static String count(long value, String what) {
        return number(value) + " " + what + (value == 1 ? "" : "s");
    }
}
