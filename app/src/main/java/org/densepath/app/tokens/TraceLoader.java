package org.densepath.app.tokens;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.densepath.run.TraceReader;
import org.densepath.run.TraceRow;

/// Reads trace files on a background thread. While one is read, only the newest request waits.
public final class TraceLoader implements AutoCloseable {
    private static final long DRAWN_MILLIS = 400;

    private final Executor window;
    private final ExecutorService background;
    /// What reading need not wait for.
    private final ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trace-work").factory());
    private final AtomicReference<Request> waiting = new AtomicReference<>();
    private TraceReader reader;

    private record Request(
            Path file,
            Function<List<TraceRow>, StepTrace> reading,
            BiConsumer<Path, StepTrace> loaded,
            Consumer<String> failed) {}

    /// @param window runs the hand-over, on the window's thread
    public TraceLoader(Executor window) {
        this.window = window;
        this.background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("trace-loader").factory());
    }

    /// Reads `file`; then `loaded` with its rows, or `failed` with a sentence, on the window's thread.
    public void load(Path file, BiConsumer<Path, List<TraceRow>> loaded, Consumer<String> failed) {
        ask(new Request(
                file,
                rows -> new StepTrace(KeptSteps.NONE, 0, rows, RunFacts.UNKNOWN),
                (path, step) -> loaded.accept(path, step.rows()),
                failed));
    }

    /// Reads `file` with all that is known of its step and run.
    void step(Path file, BiConsumer<Path, StepTrace> loaded, Consumer<String> failed) {
        ask(new Request(file, rows -> stepOf(file, rows), loaded, failed));
    }

    /// Does `work` beside all reading, one at a time, and hands what it makes to `then` on the window's thread.
    <T> void apart(Supplier<T> work, Consumer<T> then) {
        beside.execute(() -> {
            T made = work.get();
            window.execute(() -> then.accept(made));
        });
    }

    /// Does `then` on the window's thread when there was time to draw.
    void soon(Runnable then) {
        beside.schedule(() -> window.execute(then), DRAWN_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        background.execute(() -> {
            if (reader != null) {
                reader.close();
            }
        });
        background.shutdown();
        beside.shutdownNow();
    }

    private void ask(Request request) {
        if (waiting.getAndSet(request) == null) {
            background.execute(this::next);
        }
    }

    private static StepTrace stepOf(Path file, List<TraceRow> rows) {
        KeptSteps kept = KeptSteps.beside(file);
        boolean inRun = !kept.files().isEmpty();
        return new StepTrace(kept, KeptSteps.stepOf(file), rows, inRun ? RunFacts.read(kept.run()) : RunFacts.UNKNOWN);
    }

    private void next() {
        Request request = waiting.getAndSet(null);
        try {
            if (reader == null) {
                reader = new TraceReader();
            }
            StepTrace step = request.reading.apply(reader.read(request.file));
            window.execute(() -> request.loaded.accept(request.file, step));
        } catch (RuntimeException e) {
            window.execute(() -> request.failed.accept(e.getMessage()));
        }
    }
}
