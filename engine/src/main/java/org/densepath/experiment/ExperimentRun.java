package org.densepath.experiment;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.densepath.BadInputException;
import org.densepath.model.LanguageModel;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunLock;
import org.densepath.run.RunState;
import org.densepath.run.RunStorageException;
import org.densepath.run.Track;
import org.densepath.tensor.Torch;
import org.densepath.train.DivergedException;
import org.densepath.train.LearningRate;

/// A worker: carries an experiment through its stages, SFT → arms → evaluation, seed by seed, in its run folder.
/// What has been finished is not done again, so that starting and resuming are the same.
public final class ExperimentRun {
    private final RunFolder folder;
    private final Experiment experiment;
    private final Consumer<EventLine> listener;
    private final Set<Track> finished = new HashSet<>();
    private final IntConsumer memoryAttempt;

    /// How a worker ended.
    public enum Outcome {
        FINISHED,
        STOPPED
    }

    /// `listener` hears every event after it has been written.
    public ExperimentRun(RunFolder folder, Consumer<EventLine> listener) {
        this(folder, listener, _ -> {});
    }

    /// `memoryAttempt`: told the token budget before each pass; it may throw as if memory had run out.
    ExperimentRun(RunFolder folder, Consumer<EventLine> listener, IntConsumer memoryAttempt) {
        this.folder = folder;
        this.memoryAttempt = memoryAttempt;
        this.experiment =
                new ExperimentFile().with(folder.experiment().toString()).read();
        this.listener = listener;
    }

    /// Works until the end or until a stop is asked for. Throws [BadInputException], [DivergedException] or
    /// [RunStorageException] with a sentence; the run folder then says so too, and what was done stays.
    public Outcome work() {
        try (RunLock lock = RunLock.acquire(folder.lock())) {
            folder.sweep();
            RunState before = RunState.of(EventLog.read(folder.events()));
            before.all(Event.StageFinished.class).forEach(e -> finished.add(e.track()));
            try (RunJournal journal = new RunJournal(folder, listener)) {
                journal.tell(
                        before.started().isPresent()
                                ? new Event.RunResumed(Resume.tracks(folder, experiment, finished))
                                : new Event.RunStarted(experiment.name()));
                return work(journal);
            }
        }
    }

    private Outcome work(RunJournal journal) {
        try {
            stages(journal);
            journal.tell(new Event.RunFinished());
            return Outcome.FINISHED;
        } catch (RunJournal.StopRequest stop) {
            journal.tell(new Event.RunStopped(
                    stop.request() == Control.Request.STOP
                            ? "Stopped on request after a step; all is kept."
                            : "Ended on request; the last checkpoint is kept."));
            return Outcome.STOPPED;
        } catch (DivergedException | BadInputException e) {
            journal.tell(new Event.RunFailed(e.getMessage(), "change the setting and resume, or start anew"));
            throw e;
        } catch (RunStorageException e) {
            tellIfPossible(journal, e);
            throw e;
        } catch (UncheckedIOException e) {
            RunStorageException storage = RunStorageException.writing(folder.path(), e.getCause());
            tellIfPossible(journal, storage);
            throw storage;
        }
    }

    private static void tellIfPossible(RunJournal journal, RunStorageException e) {
        try {
            journal.tell(new Event.RunFailed(e.getMessage(), e.whatToDo()));
        } catch (RunStorageException full) {
            e.addSuppressed(full);
        }
    }

    private void stages(RunJournal journal) {
        try (Torch torch = Torch.start(experiment.device(), experiment.model().precision(), threads())) {
            Path modelPath = modelPath(experiment);
            MemoryNeed.refuseWhenTooLarge(experiment, modelPath);
            try (LoadedModel base = LoadedModel.openWithoutWeights(torch, modelPath)) {
                Inputs inputs = Inputs.read(experiment, base);
                Worker worker = new Worker(experiment, torch, base, inputs, journal, memoryAttempt);
                ProvenanceNote.write(worker, modelPath);
                for (int seed : experiment.seeds()) {
                    if (finished.isEmpty()) {
                        inputs.notes().forEach(note -> journal.warn(Track.shared("sft", seed), 0, note, ""));
                    }
                    seed(worker, seed);
                }
                journal.force();
                RunFigures.write(folder, experiment);
            }
        }
    }

    private void seed(Worker worker, int seed) {
        Track sft = Track.shared("sft", seed);
        long steps = SupervisedStage.steps(
                experiment.sft(), worker.inputs().demonstrations().sequences().size());
        unlessFinished(sft, () -> new SupervisedStage(
                        worker,
                        new SupervisedStage.Plan(
                                sft,
                                steps,
                                0,
                                Settings.rate(experiment.sft(), steps),
                                experiment.sft().emaDecay(),
                                snapshots()))
                .run(RunModels.start(worker.base(), experiment, seed)));
        try (PathModels path = new PathModels(worker, seed)) {
            HeldOut validation = heldOut(worker, path, worker.inputs().validation());
            for (String arm : experiment.arms()) {
                Track track = new Track(arm, arm, seed);
                unlessFinished(track, () -> arm(worker, track, path, validation, steps));
            }
            if (worker.inputs().heldOut().size() > 0) {
                evaluate(worker, path, seed);
            }
        }
    }

    private void arm(Worker worker, Track track, PathModels path, HeldOut validation, long sftSteps) {
        if (track.stage().equals("dpr")) {
            new ReinforceStage(worker, track).run(path, validation);
            return;
        }
        Experiment.SftStage sft = experiment.sft();
        LearningRate rate = new LearningRate(
                sft.learningRate(),
                sft.warmupSteps(),
                LearningRate.Shape.CONSTANT,
                experiment.dpr().steps());
        new SupervisedStage(
                        worker,
                        new SupervisedStage.Plan(
                                track, experiment.dpr().steps(), sftSteps * sft.batchSize(), rate, 0, List.of(1.0)))
                .run(PathModels.policy(worker, track.seed()));
    }

    private void evaluate(Worker worker, PathModels path, int seed) {
        Experiment.Evaluation settings = experiment.evaluation();
        HeldOut heldOut = heldOut(worker, path, worker.inputs().heldOut());
        EvaluationStage stage = new EvaluationStage(worker, heldOut, seed);
        evaluated("base", seed, () -> {
            try (LanguageModel base = RunModels.base(worker)) {
                stage.run("base", base, settings.temperature(), true);
            }
        });
        evaluated("sft", seed, () -> stage.run("sft", path.sft(), settings.temperature(), true));
        String cool = "sft-at-" + settings.controlTemperature();
        evaluated(cool, seed, () -> stage.run(cool, path.sft(), settings.controlTemperature(), false));
        for (String arm : experiment.arms()) {
            evaluated(arm, seed, () -> {
                try (LanguageModel policy = RunModels.open(worker, trained(arm, seed))) {
                    stage.run(arm, policy, settings.temperature(), true);
                }
            });
        }
        new PairedScores(worker, seed).tell(experiment.arms());
    }

    private void evaluated(String arm, int seed, Runnable work) {
        unlessFinished(EvaluationStage.track(arm, seed), work);
    }

    private Path trained(String arm, int seed) {
        Track track = new Track(arm, arm, seed);
        return arm.equals("dpr") ? folder.latestCheckpoint(track).orElseThrow() : folder.snapshot(track, 1);
    }

    private void unlessFinished(Track track, Runnable work) {
        if (finished.add(track)) {
            work.run();
        }
    }

    private HeldOut heldOut(Worker worker, PathModels path, PromptSet prompts) {
        Experiment.Evaluation e = experiment.evaluation();
        return new HeldOut(
                prompts,
                path.reward(),
                e.samples(),
                e.maxNewTokens(),
                worker.base().endIds());
    }

    /// The fractions to keep: those asked for, the reward's references, and the end.
    private List<Double> snapshots() {
        return java.util.stream.Stream.of(
                        experiment.sft().snapshots(), experiment.reward().references(), List.of(1.0))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /// Where the experiment's model lies. Throws [BadInputException] when it is not named or not there.
    public static Path modelPath(Experiment experiment) {
        String path = experiment.model().path();
        if (path.isEmpty()) {
            throw new BadInputException("experiment: model.path is empty; set it with --set model.path=FOLDER.");
        }
        return ModelReference.resolve(path);
    }

    private int threads() {
        return experiment.threads() > 0
                ? experiment.threads()
                : Runtime.getRuntime().availableProcessors();
    }
}
