package org.densepath.app.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densepath.BadInputException;
import org.densepath.run.RunStorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work that goes on beside the window: whatever takes more than a moment runs here. Belongs to the window's
/// thread.
public final class Tasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Executor window;
    private final ObservableList<BackgroundTask> running = FXCollections.observableArrayList();
    /// Kept: a view that nobody holds loses its listeners.
    private final ObservableList<BackgroundTask> shown = FXCollections.unmodifiableObservableList(running);
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("task-", 1).factory());

    /// @param window runs what is handed to it on the window's thread
    public Tasks(Executor window) {
        this.window = window;
    }

    /// Does `work` in the background; then `done` with its result, or `failed` with a sentence, on the window's
    /// thread. Neither when it was cancelled.
    public <T> BackgroundTask run(String title, Work<T> work, Consumer<T> done, Consumer<String> failed) {
        BackgroundTask task = new BackgroundTask(title);
        running.add(task);
        // at most one progress waits to be shown
        AtomicReference<Double> told = new AtomicReference<>();
        Progress progress = task.asSeenByWork((about, share) -> {
            if (told.getAndSet(share) == null) {
                window.execute(() -> about.progressed(told.getAndSet(null)));
            }
        });
        threads.execute(() -> {
            try {
                T result = work.run(progress);
                end(task, () -> done.accept(result));
            } catch (Exception e) {
                String sentence = sentence(title, e);
                end(task, () -> failed.accept(sentence));
            }
        });
        return task;
    }

    /// What goes on now, the oldest first.
    public ObservableList<BackgroundTask> running() {
        return shown;
    }

    /// Asks all work to end.
    @Override
    public void close() {
        running.forEach(BackgroundTask::cancel);
        threads.shutdownNow();
    }

    private void end(BackgroundTask task, Runnable tell) {
        window.execute(() -> {
            running.remove(task);
            if (!task.isCancelled()) {
                tell.run();
            }
        });
    }

    private static String sentence(String title, Exception e) {
        if (e instanceof BadInputException) {
            return e.getMessage();
        }
        if (e instanceof RunStorageException storage) {
            return e.getMessage() + " " + storage.whatToDo();
        }
        LOG.warn(title, e);
        return title + " has failed: " + (e.getMessage() == null ? e.toString() : e.getMessage()) + ".";
    }
}
