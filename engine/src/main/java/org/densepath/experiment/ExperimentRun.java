package org.densepath.experiment;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.model.LanguageModel;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunLock;
import org.densepath.run.RunState;
import org.densepath.run.RunStorageException;
import org.densepath.run.Track;
import org.densepath.train.DivergedException;

/// A worker: carries an experiment through its stages, SFT → arms → evaluation, seed by seed, in its run folder.
/// Where the reward must show its worth before any arm, all seeds' SFT comes first. What has been finished is not
/// done again, so that starting and resuming are the same.
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
            journal.tell(new Event.RunStopped(stop.getMessage()));
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
        Path modelPath = modelPath(experiment);
        try (TorchStart torch = TorchStart.of(experiment, modelPath)) {
            try (LoadedModel base = RunModels.openBase(torch.policy(), modelPath, experiment)) {
                Inputs inputs = Inputs.read(experiment, base);
                Worker worker = new Worker(experiment, torch, base, inputs, journal, memoryAttempt);
                ArmNeeds.refuseWhenMissing(experiment, inputs);
                ProvenanceNote.write(worker, modelPath);
                if (finished.isEmpty()) {
                    Track first = Track.shared("sft", experiment.seeds().getFirst());
                    inputs.notes().forEach(note -> journal.warn(first, 0, note, ""));
                }
                if (experiment.reward().requireAuroc() != null) {
                    for (int seed : experiment.seeds()) {
                        sft(worker, seed);
                        unlessFinished(RewardGate.track(seed), () -> new RewardGate(worker, seed).run());
                    }
                }
                for (int seed : experiment.seeds()) {
                    sft(worker, seed);
                    arms(worker, seed);
                }
                journal.force();
                ArmTable.write(folder, experiment);
                FamilyTable.write(folder, experiment);
                GradientNoise.write(folder, experiment);
                RunFigures.write(folder, experiment);
            }
        }
    }

    private long sftSteps(Worker worker) {
        return SupervisedStage.steps(
                experiment.sft(), worker.inputs().demonstrations().sequences().size());
    }

    private void sft(Worker worker, int seed) {
        Track sft = Track.shared("sft", seed);
        long steps = sftSteps(worker);
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
    }

    private void arms(Worker worker, int seed) {
        List<Arm> arms = Arm.of(experiment);
        for (Arm arm : arms) {
            if (arm.kind().trains()) {
                unlessFinished(arm.track(seed), () -> new ArmStage(worker, arm, seed).run(sftSteps(worker)));
            }
        }
        if (worker.inputs().heldOut().size() > 0) {
            try (PathModels path = new PathModels(worker, seed)) {
                evaluate(worker, path, arms, seed);
            }
        }
    }

    private void evaluate(Worker worker, PathModels path, List<Arm> arms, int seed) {
        Experiment.Evaluation settings = experiment.evaluation();
        EvaluationStage stage = new EvaluationStage(
                worker, HeldOut.of(worker, path, worker.inputs().heldOut()), seed);
        evaluated("base", seed, () -> {
            try (LanguageModel base = RunModels.base(worker)) {
                stage.run("base", Answerer.of(base, settings.temperature()));
            }
        });
        evaluated("sft", seed, () -> stage.run("sft", Answerer.of(path.sft(), settings.temperature())));
        String cool = "sft-at-" + settings.controlTemperature();
        evaluated(
                cool,
                seed,
                () -> stage.run(
                        cool,
                        Answerer.of(path.sft(), settings.controlTemperature()).sampledOnly()));
        for (Arm arm : arms) {
            evaluated(arm.name(), seed, () -> evaluate(worker, stage, path, arm, seed));
        }
        new PairedScores(worker, seed).tell(arms.stream().map(Arm::name).toList());
    }

    private void evaluate(Worker worker, EvaluationStage stage, PathModels path, Arm arm, int seed) {
        switch (arm.kind()) {
            case CONTRASTIVE -> {
                try (PathModels own = new PathModels(worker.with(arm.experiment()), seed)) {
                    stage.run(
                            arm.name(),
                            Answerer.contrastive(path.sft(), own.references().getFirst(), arm.experiment()));
                }
            }
            case BEST_OF_N -> stage.run(arm.name(), Answerer.bestOf(path.sft(), arm.experiment()));
            default -> {
                try (LanguageModel policy = RunModels.open(worker, ArmStage.trained(folder, arm, seed))) {
                    stage.run(
                            arm.name(),
                            Answerer.of(policy, experiment.evaluation().temperature()));
                }
            }
        }
    }

    private void evaluated(String arm, int seed, Runnable work) {
        unlessFinished(EvaluationStage.track(arm, seed), work);
    }

    private void unlessFinished(Track track, Runnable work) {
        if (finished.add(track)) {
            work.run();
        }
    }

    /// The fractions to keep: those asked for, the references of every arm's reward, and the end.
    private List<Double> snapshots() {
        return Stream.of(
                        Stream.of(experiment.sft().snapshots(), List.of(1.0)),
                        Stream.of(experiment.reward().references()),
                        Arm.of(experiment).stream()
                                .map(arm -> arm.experiment().reward().references()))
                .flatMap(lists -> lists)
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
}
