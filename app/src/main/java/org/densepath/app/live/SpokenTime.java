package org.densepath.app.live;

import java.time.Duration;

/// Durations as a person says them.
public final class SpokenTime {
    private SpokenTime() {}

    /// `12 s`, `3 min`, `1 h 20 min`: as exact as an estimate deserves.
    public static String of(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
