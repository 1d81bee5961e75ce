package org.densepath.bench.judge.endpoint;

import java.time.Duration;

/// When the next request may go out: not more than so many a minute, and none before the end of a wait that the
/// endpoint has asked for.
final class Pace {
    private final long gap;
    private long next = System.nanoTime();

    /// `requestsPerMinute` 0: as fast as they come.
    Pace(int requestsPerMinute) {
        gap = requestsPerMinute == 0 ? 0 : Duration.ofMinutes(1).toNanos() / requestsPerMinute;
    }

    /// Waits for this request's turn.
    void await() throws InterruptedException {
        for (long wait = turn(); wait > 0; wait = turn()) {
            Thread.sleep(Duration.ofNanos(wait));
        }
    }

    /// Nanoseconds until a turn is free; 0 or less when it is taken.
    private synchronized long turn() {
        long now = System.nanoTime();
        if (next - now <= 0) {
            next = now + gap;
            return 0;
        }
        return next - now;
    }

    /// Holds all requests back for so long.
    synchronized void hold(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        next = until - next > 0 ? until : next;
    }
}
