package org.densepath.app.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.Work;
import org.densepath.app.task.Worker;
import org.densepath.run.Control;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStatus;
import org.densepath.run.RunSummary;
import org.densepath.run.RunTrash;

/// Acts on runs in the background, and says how it went. Belongs to the window's thread.
final class RunWork {
    private final Tasks tasks;
    private final Notices notices;
    private final RunTrash trash;
    private final Function<Path, Worker> resume;
    private final Consumer<Path> reveal;
    private final Runnable changed;
    private final Map<Path, Worker> started = new ConcurrentHashMap<>();

    /// @param resume starts a worker that goes on with a run
    /// @param reveal shows a folder in the file browser
    /// @param changed is called when a run was changed
    RunWork(
            Tasks tasks,
            Notices notices,
            RunTrash trash,
            Function<Path, Worker> resume,
            Consumer<Path> reveal,
            Runnable changed) {
        this.tasks = tasks;
        this.notices = notices;
        this.trash = trash;
        this.resume = resume;
        this.reveal = reveal;
        this.changed = changed;
    }

    void resume(Path run) {
        run("Starting a worker", _ -> resume.apply(run), worker -> started.put(run, worker));
    }

    void ask(Path run, Control.Request request) {
        run(
                "Asking the worker to end",
                _ -> {
                    new Control(RunFolder.open(run).control()).request(request);
                    return run;
                },
                _ -> {});
    }

    void reveal(Path run) {
        run(
                "Opening the file browser",
                _ -> {
                    reveal.accept(run);
                    return run;
                },
                _ -> {});
    }

    /// Moves them to the trash, one after the other, and offers to take them back.
    void trash(List<Path> runs) {
        run(
                "Moving to the trash",
                progress -> {
                    List<RunTrash.Trashed> moved = new ArrayList<>();
                    for (Path run : runs) {
                        moved.add(trash.move(run));
                        progress.of(moved.size(), runs.size());
                    }
                    return moved;
                },
                this::sayTrashed);
    }

    /// Whether a worker was started that has not said anything yet. From any thread.
    boolean awaits() {
        return !started.isEmpty();
    }

    /// Whether a worker was started for the run that has not said anything yet. Says its last words when it has
    /// ended without one in the run.
    boolean starting(RunSummary run) {
        Worker worker = started.get(run.folder());
        if (worker == null) {
            return false;
        }
        if (run.status() == RunStatus.RUNNING) {
            started.remove(run.folder());
            return false;
        }
        if (!worker.alive()) {
            started.remove(run.folder());
            if (worker.exitCode().orElse(0) != 0 && run.status() != RunStatus.FAILED) {
                String words = worker.lastWords();
                notices.problem(words.isEmpty() ? "The worker has ended and said nothing." : words);
            }
            return false;
        }
        return true;
    }

    private void sayTrashed(List<RunTrash.Trashed> moved) {
        String what = moved.size() == 1
                ? "The run " + moved.getFirst().from().getFileName() + " is in the trash."
                : moved.size() + " runs are in the trash.";
        if (moved.stream().allMatch(RunTrash.Trashed::restorable)) {
            notices.say(what, "Undo", () -> restore(moved));
        } else {
            notices.say(what);
        }
    }

    private void restore(List<RunTrash.Trashed> moved) {
        run(
                "Taking back from the trash",
                _ -> {
                    moved.forEach(RunTrash::restore);
                    return moved;
                },
                _ -> {});
    }

    private <T> void run(String title, Work<T> work, Consumer<T> then) {
        tasks.run(
                title,
                work,
                result -> {
                    then.accept(result);
                    changed.run();
                },
                sentence -> {
                    notices.problem(sentence);
                    changed.run();
                });
    }
}
