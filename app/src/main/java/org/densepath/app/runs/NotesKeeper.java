package org.densepath.app.runs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.densepath.run.RunNotes;
import org.densepath.run.RunStorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes notes a moment after they were typed, on a background thread: one write for a burst of keys. Until what
/// was written is seen in the folder, it stands for what is there.
final class NotesKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotesKeeper.class);
    private static final long DELAY_MILLIS = 400;

    private final Executor window;
    private final Consumer<String> failed;
    private final Map<Path, RunNotes> unwritten = new HashMap<>();
    /// As typed, until seen. Belongs to the window's thread.
    private final Map<Path, RunNotes> typed = new HashMap<>();

    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("notes").factory());

    /// @param failed is told on the window's thread what could not be written
    NotesKeeper(Executor window, Consumer<String> failed) {
        this.window = window;
        this.failed = failed;
    }

    /// From the window's thread.
    void keep(Path run, RunNotes notes) {
        typed.put(run, notes);
        synchronized (unwritten) {
            unwritten.put(run, notes);
        }
        background.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// What stands for the `seen` notes of a run. From the window's thread.
    RunNotes instead(Path run, RunNotes seen) {
        typed.remove(run, seen);
        return Optional.ofNullable(typed.get(run)).orElse(seen);
    }

    /// Writes what is not yet written.
    @Override
    public void close() {
        write();
        background.shutdownNow();
    }

    /// One at a time: older notes that are being written may not come after newer ones.
    private synchronized void write() {
        Map<Path, RunNotes> now;
        synchronized (unwritten) {
            now = Map.copyOf(unwritten);
            unwritten.clear();
        }
        now.forEach((run, notes) -> {
            try {
                notes.write(run);
            } catch (RunStorageException e) {
                LOG.warn("notes cannot be written", e);
                window.execute(() -> {
                    typed.remove(run, notes);
                    failed.accept("The notes are not kept. " + e.getMessage());
                });
            }
        });
    }
}
