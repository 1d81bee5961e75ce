package org.densepath.app.runs;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.densepath.BadInputException;
import org.densepath.app.live.RunEnds;
import org.densepath.run.RunList;
import org.densepath.run.RunStorageException;
import org.densepath.run.RunSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the folders of the runs on a background thread. The system tells when a run comes or goes; a look
/// every second sees how they go on, and what the system does not tell of (network folders).
final class LibraryWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryWatch.class);
    private static final long PERIOD_MILLIS = 1000;
    private static final long TOLD_EVERY_NANOS = 300_000_000;

    private final Map<Path, RunList> lists = new LinkedHashMap<>();
    private final Map<Path, WatchKey> keys = new LinkedHashMap<>();
    private final RunEnds ends;
    private final Executor window;
    private final BooleanSupplier awaited;
    private final Consumer<Seen> listener;
    private final AtomicReference<Seen> pending = new AtomicReference<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("library-watch").factory());
    private WatchService system;
    private Seen last;
    private long told = System.nanoTime();

    /// What was seen at one look.
    ///
    /// @param left what is left of runs at work, by folder, where that can be told
    /// @param problem why a folder cannot be read; empty when all can
    record Seen(List<RunSummary> runs, Map<Path, Duration> left, String problem) {}

    /// @param window runs the hand-over, on the window's thread
    /// @param awaited whether each look is wanted, also one that has seen nothing new; asked on any thread
    LibraryWatch(List<Path> folders, RunEnds ends, Executor window, BooleanSupplier awaited, Consumer<Seen> listener) {
        folders.forEach(folder -> lists.put(folder, new RunList(folder)));
        this.ends = ends;
        this.window = window;
        this.awaited = awaited;
        this.listener = listener;
    }

    void start() {
        try {
            system = FileSystems.getDefault().newWatchService();
            Thread.ofPlatform().daemon().name("library-events").start(this::listen);
        } catch (IOException e) {
            LOG.warn("the system does not tell of changes; a look every second has to do", e);
        }
        background.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Looks as soon as possible, not only at the next second.
    void soon() {
        if (!background.isShutdown() && asked.compareAndSet(false, true)) {
            background.execute(() -> {
                asked.set(false);
                look();
            });
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        try {
            if (system != null) {
                system.close();
            }
        } catch (IOException e) {
            LOG.warn("the system's watch cannot be closed", e);
        }
    }

    private Map<Path, Duration> left(List<RunSummary> all) {
        try {
            return ends.of(all);
        } catch (BadInputException | RunStorageException _) {
            // one of them has gone since: the next look does without it
            return Map.of();
        }
    }

    private void look() {
        List<RunSummary> all = new ArrayList<>();
        String problem = "";
        for (Map.Entry<Path, RunList> list : lists.entrySet()) {
            try {
                register(list.getKey());
                all.addAll(list.getValue().scan(seen -> tellFirst(all, seen)));
            } catch (RunStorageException e) {
                problem = e.getMessage();
            } catch (RuntimeException e) {
                LOG.warn("the runs in {} cannot be listed", list.getKey(), e);
                problem = "The runs in " + list.getKey() + " cannot be listed: " + e + ".";
            }
        }
        Seen now = new Seen(all, left(all), problem);
        if (!now.equals(last) || awaited.getAsBoolean()) {
            last = now;
            tell(now);
        }
    }

    /// The first look at many runs takes seconds: what is seen of it is told now and then.
    private void tellFirst(List<RunSummary> before, List<RunSummary> seen) {
        if (last == null && System.nanoTime() - told > TOLD_EVERY_NANOS) {
            List<RunSummary> both = new ArrayList<>(before);
            both.addAll(seen);
            tell(new Seen(both, Map.of(), ""));
        }
    }

    private void tell(Seen now) {
        told = System.nanoTime();
        if (pending.getAndSet(now) == null) {
            window.execute(() -> listener.accept(pending.getAndSet(null)));
        }
    }

    /// Again where the folder is new.
    private void register(Path folder) {
        WatchKey key = keys.get(folder);
        if (system == null || key != null && key.isValid() || !Files.isDirectory(folder)) {
            return;
        }
        try {
            keys.put(
                    folder,
                    folder.register(
                            system, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException | ClosedWatchServiceException e) {
            LOG.debug("the system does not watch {}", folder, e);
        }
    }

    private void listen() {
        try {
            while (true) {
                WatchKey key = system.take();
                key.pollEvents();
                key.reset();
                soon();
            }
        } catch (ClosedWatchServiceException _) {
            // the window is closed
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
