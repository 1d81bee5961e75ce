package org.densepath.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// How far long work is, on the error stream: a bar that moves where a person watches, else a line every few
/// seconds. Work that is done at once says nothing.
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long BAR_EVERY = Duration.ofMillis(200).toNanos();
    private static final long LINE_EVERY = Duration.ofSeconds(5).toNanos();
    private static final String CLEAR = "\r\u001b[K";

    private final Streams streams;
    private final LongSupplier nanoTime;
    private final long begun;
    private long told;
    private boolean bar;

    Progress(Streams streams) {
        this(streams, System::nanoTime);
    }

    Progress(Streams streams, LongSupplier nanoTime) {
        this.streams = streams;
        this.nanoTime = nanoTime;
        begun = nanoTime.getAsLong();
        told = begun;
    }

    /// `fraction` of the work that is done, NaN where that is not known; `counts` in words (`128 rows`).
    void at(double fraction, String counts) {
        long now = nanoTime.getAsLong();
        if (now - told < (streams.terminal() ? BAR_EVERY : LINE_EVERY)) {
            return;
        }
        told = now;
        String text = counts + (Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, ", %.0f %%", 100 * fraction));
        if (fraction > 0 && fraction < 1) {
            text += ", " + inWords((now - begun) * (1 - fraction) / fraction) + " to go";
        }
        if (streams.terminal()) {
            streams.err().print(CLEAR + drawn(fraction) + text);
            streams.err().flush();
            bar = true;
        } else {
            streams.err().println(text);
        }
    }

    private static String drawn(double fraction) {
        if (Double.isNaN(fraction)) {
            return "";
        }
        int full = (int) Math.round(WIDTH * Math.clamp(fraction, 0, 1));
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] ";
    }

    private static String inWords(double nanos) {
        long seconds = Math.max(1, Math.round(nanos / 1e9));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? (seconds + 30) / 60 + " min"
                : String.format(Locale.ROOT, "%d h %d min", seconds / 3600, seconds % 3600 / 60);
    }

    /// Takes the bar away.
    @Override
    public void close() {
        if (bar) {
            streams.err().print(CLEAR);
            streams.err().flush();
        }
    }
}
