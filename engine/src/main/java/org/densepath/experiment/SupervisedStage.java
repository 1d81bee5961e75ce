package org.densepath.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densepath.data.EpochOrder;
import org.densepath.model.LanguageModel;
import org.densepath.model.TrainableModel;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.ResumePoint;
import org.densepath.run.Track;
import org.densepath.text.TokenSequence;
import org.densepath.train.DivergedException;
import org.densepath.train.LearningRate;
import org.densepath.train.Sft;
import org.densepath.train.WeightAverage;

/// Runs SFT on the demonstrations from a start model: SFT itself with its snapshots, and the control that goes on
/// with it. Resumes at its last checkpoint.
final class SupervisedStage {
    private static final String FIRST_LOSS = "firstLoss";
    private static final String RUNAWAY = "runaway";

    /// Where SFT runs: how many updates from which sample on, at which rate, and the fractions to keep on the
    /// way.
    record Plan(
            Track track, long steps, long firstSample, LearningRate rate, double emaDecay, List<Double> snapshots) {}

    private final Worker worker;
    private final Plan plan;
    private final EpochOrder order;
    private final List<TokenSequence> demonstrations;
    private final TrainingCheckpoints checkpoints;

    SupervisedStage(Worker worker, Plan plan) {
        this.worker = worker;
        this.plan = plan;
        this.demonstrations = worker.inputs().demonstrations().sequences();
        this.order = new EpochOrder(demonstrations.size(), plan.track().seed());
        this.checkpoints = new TrainingCheckpoints(
                worker.journal(), plan.track(), worker.base().files());
    }

    /// The number of updates that the settings ask for on so many demonstrations.
    static long steps(Experiment.SftStage settings, int demonstrations) {
        return Math.max(1, Math.round(settings.epochs() * demonstrations / settings.batchSize()));
    }

    /// Trains `start` and closes it; its end is the snapshot 1.00 of the track.
    void run(LanguageModel start) {
        Experiment.SftStage settings = worker.experiment().sft();
        try (TrainableModel model = new TrainableModel(
                start,
                Settings.adam(settings.adam()),
                worker.experiment().memory().recompute(),
                worker.experiment().memory().momentsOnHost())) {
            Sft sft = new Sft(
                    model,
                    new Sft.Settings(
                            plan.rate(),
                            settings.gradientClip(),
                            plan.emaDecay(),
                            settings.tokenBudget(),
                            plan.track().seed()));
            worker.watchMemory(sft.tokenBudget(), plan.track(), "sft");
            LanguageModel average = sft.average().map(WeightAverage::model).orElse(null);
            Optional<ResumePoint> state = checkpoints.restore(model, average);
            state.ifPresent(s -> sft.resumeAt(
                    s.step(),
                    s.numbers().get(FIRST_LOSS),
                    s.numbers().getOrDefault(RUNAWAY, 0.0).intValue()));
            Track track = plan.track();
            worker.journal().tell(new Event.StageStarted(track.stage(), track.arm(), track.seed(), plan.steps()));
            try {
                while (sft.steps() < plan.steps()) {
                    step(model, sft, average);
                }
            } catch (DivergedException e) {
                checkpoints.discardAfter(sft.steps() - Math.max(1, sft.runaway()));
                throw e;
            }
            sft.average().ifPresent(a -> {
                checkpoints.snapshot(worker.journal().folder().track(track).resolve("average"), a.model());
                a.close();
            });
            checkpoints.deleteAll();
            worker.journal().tell(new Event.StageFinished(track.stage(), track.arm(), track.seed()));
        }
    }

    private void step(TrainableModel model, Sft sft, LanguageModel average) {
        long started = System.nanoTime();
        int batchSize = worker.experiment().sft().batchSize();
        List<TokenSequence> batch = java.util.Arrays.stream(
                        order.take(plan.firstSample() + sft.steps() * batchSize, batchSize))
                .mapToObj(demonstrations::get)
                .toList();
        Map<String, Double> metrics = new TreeMap<>(sft.step(batch));
        double seconds = (System.nanoTime() - started) / 1e9;
        metrics.put("sft/seconds", seconds);
        metrics.put("sft/tokens_per_second", metrics.get("sft/tokens") / seconds);
        worker.journal().step(plan.track(), sft.steps(), metrics);
        keepSnapshots(model.policy(), sft.steps());
        boolean stop = worker.journal().stopAsked();
        boolean last = sft.steps() == plan.steps();
        boolean due = sft.steps() % worker.experiment().sft().checkpointEvery() == 0 && sft.runaway() == 0;
        if (!last && (stop || due)) {
            checkpoints.write(model, average, null, state(sft));
        }
        worker.journal().obeyAbort();
        if (stop && !last) {
            throw new RunJournal.StopRequest(Control.Request.STOP);
        }
    }

    private void keepSnapshots(LanguageModel policy, long step) {
        Track track = plan.track();
        for (double fraction : plan.snapshots()) {
            if (fraction > 0 && Math.max(1, Math.round(fraction * plan.steps())) == step) {
                Path folder = worker.journal().folder().snapshot(track, fraction);
                checkpoints.snapshot(folder, policy);
                worker.journal()
                        .tell(new Event.SnapshotSaved(
                                track.stage(),
                                track.arm(),
                                track.seed(),
                                step,
                                fraction,
                                worker.journal().folder().relative(folder)));
            }
        }
    }

    private ResumePoint state(Sft sft) {
        long seen = plan.firstSample() + sft.steps() * worker.experiment().sft().batchSize();
        return new ResumePoint(
                sft.steps(),
                seen,
                sft.steps(),
                new ResumePoint.DataPosition(seen / order.size(), seen % order.size()),
                Map.of("shuffle", (long) plan.track().seed()),
                Map.of(FIRST_LOSS, sft.firstLoss(), RUNAWAY, (double) sft.runaway()));
    }
}
