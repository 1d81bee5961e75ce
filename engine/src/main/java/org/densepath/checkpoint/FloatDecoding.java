package org.densepath.checkpoint;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/// Fills a buffer with one weight's float32 values, span by span, on as many threads as the machine has cores.
final class FloatDecoding {
    /// Values a thread decodes before it copies them out: 256 KiB of float32, which stays in the second-level
    /// cache.
    static final int CHUNK = 1 << 16;

    private static final int MAX_LANES = 8;

    /// Decodes the values `[from, from + count)` of a weight into the first `count` places of `out`.
    @FunctionalInterface
    interface Span {
        void decode(long from, int count, float[] out);
    }

    private FloatDecoding() {}

    /// Writes `total` values into `target` from its position on and moves the position behind them.
    static void fill(FloatBuffer target, long total, Span span) {
        requireRoom(target, total);
        int n = (int) total;
        int start = target.position();
        inLanes(n, CHUNK, (from, to) -> {
            float[] values = new float[Math.min(CHUNK, to - from)];
            for (int at = from; at < to; at += CHUNK) {
                int count = Math.min(CHUNK, to - at);
                span.decode(at, count, values);
                target.put(start + at, values, 0, count);
            }
        });
        target.position(start + n);
    }

    static void requireRoom(FloatBuffer target, long total) {
        if (total > target.remaining()) {
            throw new IllegalArgumentException(
                    "a weight of " + total + " values does not fit in a buffer of " + target.remaining());
        }
    }

    /// A stretch `[from, to)` that one thread works through.
    @FunctionalInterface
    interface Lane {
        void run(int from, int to);
    }

    /// Cuts `[0, total)` at multiples of `unit` into at most eight lanes and runs them at once.
    static void inLanes(int total, int unit, Lane lane) {
        int units = Math.ceilDiv(total, unit);
        int lanes = Math.min(MAX_LANES, units);
        if (lanes <= 1) {
            lane.run(0, total);
            return;
        }
        IntStream.range(0, lanes).parallel().forEach(i -> {
            long from = (long) units * i / lanes * unit;
            long to = Math.min(total, (long) units * (i + 1) / lanes * unit);
            lane.run((int) from, (int) to);
        });
    }
}
