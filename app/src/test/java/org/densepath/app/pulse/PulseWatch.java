package org.densepath.app.pulse;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/// Watches the window's thread from outside, as a person does who waits for it: asks it something every few
/// milliseconds, and takes its stack while the answer is due.
///
/// A wait is what lies between question and answer: one act of the thread, or several in a row. What the thread
/// could not help is taken off: the time that it was ready but had no core (Linux tells it), that of garbage
/// collections, and by its share of the stacks that of the window system, of the renderer and of a test's robot.
public final class PulseWatch implements AutoCloseable {
    private static final long ASKED_MILLIS = 2;
    private static final long STACK_EVERY_MILLIS = 5;
    private static final double KEPT_MILLIS = 30;

    private final Thread window;
    private final Path schedule;
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("pulse-watch").unstarted(this::watch);
    private final List<Wait> waits = new ArrayList<>();
    private volatile String during = "";
    private volatile boolean closed;

    /// One wait for the window's thread.
    ///
    /// @param during what the person did @param millis how long @param stacks of the window's thread, one every
    /// few milliseconds
    public record Wait(String during, double millis, List<StackTraceElement[]> stacks) {
        @Override
        public String toString() {
            return String.format("%5.0f ms during %s, in%n%s", millis, during, StackSummary.of(stacks));
        }
    }

    private PulseWatch(Thread window, Path schedule) {
        this.window = window;
        this.schedule = schedule;
    }

    /// Begins to watch. Not to be called on the window's thread.
    public static PulseWatch start() throws InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        AtomicReference<Path> schedule = new AtomicReference<>(Path.of("none"));
        CountDownLatch known = new CountDownLatch(1);
        Platform.runLater(() -> {
            thread.set(Thread.currentThread());
            try {
                schedule.set(Path.of("/proc/thread-self").toRealPath().resolve("schedstat"));
            } catch (IOException e) {
                // another system than Linux: waits for a core count too
            }
            known.countDown();
        });
        known.await();
        PulseWatch watch = new PulseWatch(thread.get(), schedule.get());
        watch.watcher.start();
        return watch;
    }

    /// What follows belongs to this.
    public void during(String what) {
        during = what;
    }

    /// The waits of at least so many milliseconds, longest first.
    public synchronized List<Wait> longerThan(double millis) {
        return waits.stream()
                .filter(wait -> wait.millis() >= millis)
                .sorted(Comparator.comparingDouble(Wait::millis).reversed())
                .toList();
    }

    public synchronized void forget() {
        waits.clear();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        watcher.join();
    }

    private void watch() {
        try {
            while (!closed) {
                askOnce();
                Thread.sleep(ASKED_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askOnce() throws InterruptedException {
        String what = null;
        List<StackTraceElement[]> stacks = new ArrayList<>();
        long[] answered = new long[1];
        CountDownLatch answer = new CountDownLatch(1);
        double excused = excusedMillis();
        long asked = System.nanoTime();
        Platform.runLater(() -> {
            answered[0] = System.nanoTime();
            answer.countDown();
        });
        int elsewhere = 0;
        while (!answer.await(STACK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            StackTraceElement[] stack = window.getStackTrace();
            what = what == null ? during : what;
            if (atWork(stack)) {
                stacks.add(stack);
            } else {
                elsewhere++;
            }
        }
        double share = stacks.isEmpty() ? 0 : (double) stacks.size() / (stacks.size() + elsewhere);
        double millis = share * ((answered[0] - asked) / 1e6 - (excusedMillis() - excused));
        if (millis >= KEPT_MILLIS) {
            synchronized (this) {
                waits.add(new Wait(what, millis, stacks));
            }
        }
    }

    /// Neither within the window system's own loop, nor in wait for the renderer, nor in an act of a test's
    /// robot.
    private static boolean atWork(StackTraceElement[] stack) {
        return stack.length > 0
                && !stack[0].getMethodName().equals("_runLoop")
                && Arrays.stream(stack)
                        .noneMatch(frame -> frame.getMethodName().equals("waitForRenderingToComplete")
                                || frame.getClassName().startsWith("org.testfx."));
    }

    private double excusedMillis() {
        double collected = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        try {
            // time on a core, time ready without one, both in nanoseconds; turns
            return collected + Long.parseLong(Files.readString(schedule).split(" ")[1]) / 1e6;
        } catch (IOException e) {
            return collected;
        }
    }
}
