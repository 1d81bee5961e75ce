package org.densepath.app.tokens;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.densepath.run.TraceReader;
import org.densepath.run.TraceRow;

/// Reads trace files on a background thread. While one is read, only the newest request waits.
public final class TraceLoader implements AutoCloseable {
    private final Executor window;
    private final ExecutorService background;
    private final AtomicReference<Request> waiting = new AtomicReference<>();
    private TraceReader reader;

    private record Request(Path file, BiConsumer<Path, List<TraceRow>> loaded, Consumer<String> failed) {}

    /// @param window runs the hand-over, on the window's thread
    public TraceLoader(Executor window) {
        this.window = window;
        this.background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("trace-loader").factory());
    }

    /// Reads `file`; then `loaded` with its rows, or `failed` with a sentence, on the window's thread.
    public void load(Path file, BiConsumer<Path, List<TraceRow>> loaded, Consumer<String> failed) {
        if (waiting.getAndSet(new Request(file, loaded, failed)) == null) {
            background.execute(this::next);
        }
    }

    @Override
    public void close() {
        background.execute(() -> {
            if (reader != null) {
                reader.close();
            }
        });
        background.shutdown();
    }

    private void next() {
        Request request = waiting.getAndSet(null);
        try {
            if (reader == null) {
                reader = new TraceReader();
            }
            List<TraceRow> rows = reader.read(request.file);
            window.execute(() -> request.loaded.accept(request.file, rows));
        } catch (RuntimeException e) {
            window.execute(() -> request.failed.accept(e.getMessage()));
        }
    }
}
