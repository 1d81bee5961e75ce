package org.densepath.app.live;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.densepath.BadInputException;
import org.densepath.app.task.Worker;
import org.densepath.run.RunFolder;
import org.densepath.run.RunList;
import org.densepath.run.RunLock;
import org.densepath.run.RunStatus;
import org.densepath.run.RunStorageException;
import org.densepath.run.RunSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows one run on a background thread, ten times a second, and hands the window one [RunSnapshot] at a time:
/// what it has not yet taken is replaced by what is newer.
public final class RunWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
    private static final long PERIOD_MILLIS = 100;

    private final Path runs;
    private final Path sample;
    private final Executor window;
    private final Consumer<RunSnapshot> listener;
    private final AtomicReference<RunSnapshot> pending = new AtomicReference<>();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("run-watch").factory());

    private final EarlierRuns earlier;
    private RunReading reading;
    private Worker worker;
    /// What was there before the worker was started: the run folders, and the lines of the run that it resumes.
    private Set<Path> foldersBefore = Set.of();

    private long linesBefore;
    private RunSnapshot last = RunSnapshot.NOTHING;

    /// @param runs the folder of the runs @param sample a run that is shown while there is none @param window runs the
    /// hand-over, on the window's thread
    public RunWatch(Path runs, Path sample, Executor window, Consumer<RunSnapshot> listener) {
        this.runs = runs;
        this.sample = sample;
        earlier = new EarlierRuns(runs, sample);
        this.window = window;
        this.listener = listener;
    }

    /// Looks for a run to show, and watches from now on.
    public void start() {
        background.execute(() -> guarded(this::findRun));
        background.scheduleWithFixedDelay(() -> guarded(this::tick), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Follows the run that `worker` makes or, where `resumes` names one, goes on with. `start` starts it; it
    /// runs on the background thread, after a look at what is there.
    public void follow(Optional<Path> resumes, Supplier<Worker> start) {
        background.execute(() -> guarded(() -> launch(resumes, start)));
    }

    /// Shows the run in `folder` from now on; a worker that was followed goes on unwatched.
    public void open(Path folder) {
        background.execute(() -> guarded(() -> {
            reading = new RunReading(folder, Optional.of(earlier));
            worker = null;
        }));
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    /// A running one, else the newest that has begun, else the sample.
    void findRun() {
        List<RunSummary> all = summaries();
        Optional<Path> found = all.stream()
                .filter(run -> run.status() == RunStatus.RUNNING)
                .findFirst()
                .or(() -> all.stream()
                        .filter(run -> run.status() != RunStatus.PREPARED
                                && run.started().isPresent())
                        .findFirst())
                .map(RunSummary::folder)
                .or(() -> Optional.of(sample).filter(RunWatch::isRun));
        found.ifPresent(folder -> reading = new RunReading(folder, Optional.of(earlier)));
    }

    void launch(Optional<Path> resumes, Supplier<Worker> start) {
        foldersBefore =
                new HashSet<>(summaries().stream().map(RunSummary::folder).toList());
        Worker started;
        try {
            started = start.get();
        } catch (RunStorageException e) {
            tell(last.with(Phase.FAILED, Optional.of(Sentences.joined(e.getMessage(), e.whatToDo()))));
            return;
        }
        worker = started;
        if (resumes.isEmpty()) {
            reading = null;
            tell(RunSnapshot.withoutRun(Phase.STARTING, Optional.empty()));
        } else {
            linesBefore = reading.lines();
            tell(last.with(Phase.STARTING, Optional.empty()));
        }
    }

    void tick() {
        if (reading == null && worker != null) {
            findFolderOfWorker();
        }
        if (reading == null) {
            return;
        }
        boolean changed = reading.poll();
        boolean silent = worker != null && reading.lines() <= linesBefore;
        if (silent && worker.alive()) {
            return;
        }
        if (changed || silent && last.phase() == Phase.STARTING) {
            RunSnapshot now = reading.snapshot();
            tell(silent ? now.with(now.phase(), Optional.of(sentenceOfWorker())) : now);
        }
    }

    private void findFolderOfWorker() {
        for (RunSummary run : summaries()) {
            boolean of = !worker.alive()
                    || RunLock.holder(run.folder().resolve("lock"))
                            .filter(holder -> holder.processId() == worker.processId())
                            .isPresent();
            if (of && !foldersBefore.contains(run.folder())) {
                reading = new RunReading(run.folder(), Optional.of(earlier));
                linesBefore = 0;
                return;
            }
        }
        if (!worker.alive()) {
            tell(RunSnapshot.withoutRun(Phase.FAILED, Optional.of(sentenceOfWorker())));
            worker = null;
        }
    }

    private String sentenceOfWorker() {
        String words = worker.lastWords();
        String code = worker.exitCode().isPresent()
                ? " with exit code " + worker.exitCode().getAsInt()
                : "";
        return words.isEmpty() ? "The worker has ended" + code + " and said nothing." : words;
    }

    private List<RunSummary> summaries() {
        return new RunList(runs).scan();
    }

    private static boolean isRun(Path folder) {
        try {
            RunFolder.open(folder);
            return true;
        } catch (BadInputException _) {
            return false;
        }
    }

    private void tell(RunSnapshot snapshot) {
        last = snapshot;
        if (pending.getAndSet(snapshot) == null) {
            window.execute(() -> listener.accept(pending.getAndSet(null)));
        }
    }

    /// What cannot be read is said in the window once, and tried again.
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            boolean known = e instanceof BadInputException || e instanceof RunStorageException;
            String sentence = known ? e.getMessage() : "The run cannot be shown: " + e + ".";
            if (!last.problem().equals(Optional.of(sentence))) {
                LOG.warn("the run cannot be read", e);
                tell(last.with(last.phase(), Optional.of(sentence)));
            }
        }
    }
}
