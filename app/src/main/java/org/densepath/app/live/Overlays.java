package org.densepath.app.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.densepath.BadInputException;
import org.densepath.run.RunStorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the runs whose curves are laid over the shown one, on a background thread, as they grow.
public final class Overlays implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Overlays.class);
    private static final long PERIOD_MILLIS = 500;

    private final Executor window;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("overlays").factory());
    private final List<RunReading> readings = new ArrayList<>();
    private Consumer<RunSnapshot> listener = _ -> {};
    private Consumer<String> problems = _ -> {};

    /// @param window runs the hand-over, on the window's thread
    public Overlays(Executor window) {
        this.window = window;
        background.scheduleWithFixedDelay(this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Where snapshots go, and sentences about runs that cannot be read.
    void heardBy(Consumer<RunSnapshot> snapshots, Consumer<String> sentences) {
        listener = snapshots;
        problems = sentences;
    }

    /// Reads these runs from now on, and no others.
    void read(List<Path> folders) {
        background.execute(() -> {
            readings.removeIf(reading -> !folders.contains(reading.folder()));
            for (Path folder : folders) {
                if (readings.stream().noneMatch(reading -> reading.folder().equals(folder))) {
                    try {
                        readings.add(new RunReading(folder));
                    } catch (BadInputException e) {
                        window.execute(() -> problems.accept(e.getMessage()));
                    }
                }
            }
            tick();
        });
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    private void tick() {
        for (RunReading reading : List.copyOf(readings)) {
            try {
                if (reading.poll()) {
                    RunSnapshot snapshot = reading.snapshot();
                    window.execute(() -> listener.accept(snapshot));
                }
            } catch (RuntimeException e) {
                LOG.warn("{} cannot be laid over", reading.folder(), e);
                readings.remove(reading);
                String why = e instanceof RunStorageException storage
                        ? Sentences.joined(storage.getMessage(), storage.whatToDo())
                        : "The run " + reading.folder().getFileName() + " cannot be read and is left out.";
                window.execute(() -> problems.accept(why));
            }
        }
    }
}
