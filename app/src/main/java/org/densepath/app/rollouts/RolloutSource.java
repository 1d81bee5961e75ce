package org.densepath.app.rollouts;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.densepath.run.RunFolder;
import org.densepath.run.query.PromptPoint;
import org.densepath.run.query.Reading;
import org.densepath.run.query.RolloutFilter;
import org.densepath.run.query.RolloutOrder;
import org.densepath.run.query.RolloutRow;
import org.densepath.run.query.RolloutSort;
import org.densepath.run.query.RolloutTable;
import org.densepath.run.query.TraceFile;
import org.densepath.run.query.TraceFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The responses of one run, read in the background: what is in sight on one thread, so that it never waits for
/// what searches all of them on another. All answers come on the window's thread.
final class RolloutSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutSource.class);

    private final Path run;
    private final Executor window;
    private final ExecutorService sight = thread("rollouts-in-sight");
    private final ExecutorService search = thread("rollouts-search");
    private TraceFiles events;
    private RolloutTable shown;
    private RolloutTable indexed;
    private volatile boolean closed;

    RolloutSource(Path run, Executor window) {
        this.run = run;
        this.window = window;
    }

    Path run() {
        return run;
    }

    /// The files of now and the order of their responses, before any is read. Where a resume has taken files
    /// back, all is begun anew.
    void look(Consumer<Looked> done, Consumer<String> failed) {
        in(sight, failed, () -> {
            if (events == null) {
                events = new TraceFiles(RunFolder.open(run));
            }
            List<TraceFile> files = events.poll();
            if (shown == null || !new HashSet<>(files).containsAll(shown.files())) {
                shown = renewed(shown);
            }
            shown.add(added(files, shown));
            Looked looked = new Looked(shown.files(), shown.newest());
            return () -> done.accept(looked);
        });
    }

    record Looked(List<TraceFile> files, RolloutOrder newest) {}

    void rows(int[] ids, Consumer<List<RolloutRow>> done) {
        in(sight, _ -> done.accept(List.of()), () -> {
            List<RolloutRow> rows = shown.rows(ids);
            return () -> done.accept(rows);
        });
    }

    /// Reads what is not indexed of `files`, and asks. `leftOut` in the answer are sentences.
    void order(
            List<TraceFile> files, Question question, Reading reading, Consumer<Answer> done, Consumer<String> failed) {
        in(search, failed, () -> {
            RolloutTable table = index(files, reading);
            RolloutOrder order = table.order(question.filter, question.sort, question.grouped, reading);
            List<String> leftOut =
                    table.leftOut().stream().map(left -> left.sentence()).toList();
            return () -> done.accept(new Answer(order, leftOut));
        });
    }

    record Question(RolloutFilter filter, RolloutSort sort, boolean grouped) {}

    record Answer(RolloutOrder order, List<String> leftOut) {}

    void ofPrompt(List<TraceFile> files, int prompt, Consumer<List<PromptPoint>> done) {
        in(search, _ -> done.accept(List.of()), () -> {
            List<PromptPoint> points = index(files, Reading.WHOLE).ofPrompt(prompt);
            return () -> done.accept(points);
        });
    }

    @Override
    public void close() {
        closed = true;
        sight.execute(() -> shown = closed(shown));
        search.execute(() -> indexed = closed(indexed));
        sight.shutdown();
        search.shutdown();
    }

    private RolloutTable index(List<TraceFile> files, Reading reading) {
        if (indexed == null || !new HashSet<>(files).containsAll(indexed.files())) {
            indexed = renewed(indexed);
        }
        indexed.add(added(files, indexed));
        indexed.index((done, total) -> !closed && reading.goOn(done, total));
        return indexed;
    }

    private static List<TraceFile> added(List<TraceFile> files, RolloutTable table) {
        HashSet<TraceFile> there = new HashSet<>(table.files());
        return files.stream().filter(file -> !there.contains(file)).toList();
    }

    private static RolloutTable renewed(RolloutTable old) {
        closed(old);
        return new RolloutTable();
    }

    private static RolloutTable closed(RolloutTable table) {
        if (table != null) {
            table.close();
        }
        return null;
    }

    private void in(ExecutorService thread, Consumer<String> failed, Supplier<Runnable> work) {
        try {
            thread.execute(() -> {
                if (closed) {
                    return;
                }
                try {
                    Runnable tell = work.get();
                    window.execute(tell);
                } catch (java.util.concurrent.CancellationException _) {
                    // somebody has asked something else meanwhile
                } catch (RuntimeException e) {
                    LOG.warn("the rollouts cannot be read", e);
                    window.execute(() -> failed.accept(e.getMessage()));
                }
            });
        } catch (RejectedExecutionException _) {
            // the run was closed
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }
}
