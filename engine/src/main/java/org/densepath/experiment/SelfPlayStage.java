package org.densepath.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densepath.data.EpochOrder;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.TrainableModel;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.ResumePoint;
import org.densepath.run.Track;
import org.densepath.text.TokenSequence;
import org.densepath.train.DivergedException;
import org.densepath.train.SelfImitation;

/// Runs SPIN or GSIL from π_SFT for as many steps as DPR has, cut into iterations: at the start of each, the
/// policy of that moment is kept as π_old. Resumes at its last checkpoint.
final class SelfPlayStage {
    private static final String STAGE = "self-play";

    private final Worker worker;
    private final Experiment.Dpr settings;
    private final Experiment.SelfPlay play;
    private final Track track;
    private final List<TokenSequence> demonstrations;
    private final EpochOrder order;
    private final TrainingCheckpoints checkpoints;

    SelfPlayStage(Worker worker, Track track) {
        this.worker = worker;
        this.settings = worker.experiment().dpr();
        this.play = worker.experiment().selfPlay();
        this.track = track;
        this.demonstrations = worker.inputs().demonstrations().sequences();
        this.order = new EpochOrder(demonstrations.size(), track.seed());
        this.checkpoints =
                new TrainingCheckpoints(worker.journal(), track, worker.base().files());
    }

    /// Trains; the last policy is kept as the track's checkpoint of its last step.
    void run() {
        try (TrainableModel model = new TrainableModel(
                PathModels.policy(worker, track.seed()),
                Settings.adam(settings.adam()),
                worker.experiment().memory().recompute(),
                worker.experiment().memory().momentsOnHost())) {
            SelfImitation imitation = new SelfImitation(
                    model, Settings.selfPlay(worker.experiment(), worker.base().endIds()));
            Optional<ResumePoint> state = checkpoints.restore(model, null);
            state.ifPresent(s -> imitation.resumeAt(s.step()));
            worker.journal().tell(new Event.StageStarted(track.stage(), track.arm(), track.seed(), settings.steps()));
            try {
                while (imitation.steps() < settings.steps()) {
                    iteration(model, imitation);
                }
                checkpoints.write(model, null, null, state(imitation.steps()));
            } catch (DivergedException e) {
                checkpoints.discardAfter(imitation.steps() - 1);
                throw e;
            }
            checkpoints.deleteOlder();
            worker.journal().tell(new Event.StageFinished(track.stage(), track.arm(), track.seed()));
        }
    }

    /// The steps of one iteration that are still to be done, against its π_old.
    private void iteration(TrainableModel model, SelfImitation imitation) {
        int iteration = iteration(imitation.steps());
        try (LanguageModel old = old(model.policy(), iteration, imitation.steps())) {
            while (imitation.steps() < settings.steps() && iteration(imitation.steps()) == iteration) {
                step(model, imitation, old, iteration);
            }
        }
    }

    /// Counted from 0. The first steps of a part that does not come out even belong to the earlier one.
    private int iteration(long step) {
        return (int) (step * play.iterations() / settings.steps());
    }

    private LanguageModel old(LanguageModel policy, int iteration, long step) {
        if (iteration == 0) {
            return PathModels.policy(worker, track.seed());
        }
        Path folder = worker.journal().folder().track(track).resolve("iterate-" + iteration);
        boolean begins = step == 0 || iteration(step - 1) < iteration;
        if (begins) {
            checkpoints.snapshot(folder, policy);
        }
        return RunModels.open(worker, folder);
    }

    private void step(TrainableModel model, SelfImitation imitation, LanguageModel old, int iteration) {
        long started = System.nanoTime();
        long step = imitation.steps() + 1;
        List<TokenSequence> batch = Arrays.stream(order.take((step - 1) * play.pairs(), play.pairs()))
                .mapToObj(demonstrations::get)
                .toList();
        Map<String, Double> metrics = new TreeMap<>(
                imitation.step(batch, old, new Randomness(track.seed()).derive(step), _ -> worker.journal()
                        .obeyAbort()));
        double seconds = (System.nanoTime() - started) / 1e9;
        metrics.put(STAGE + "/iteration", iteration + 1.0);
        metrics.put(STAGE + "/seconds", seconds);
        metrics.put(STAGE + "/tokens_per_second", metrics.get(STAGE + "/response_tokens") / seconds);
        worker.journal().step(track, step, metrics);
        boolean stop = worker.journal().stopAsked();
        boolean last = step == settings.steps();
        if (!last && (stop || step % settings.checkpointEvery() == 0)) {
            checkpoints.write(model, null, null, state(step));
        }
        worker.journal().obeyAbort();
        if (stop && !last) {
            throw new RunJournal.StopRequest(Control.Request.STOP);
        }
    }

    private ResumePoint state(long step) {
        long seen = step * play.pairs();
        return new ResumePoint(
                step,
                seen,
                step,
                new ResumePoint.DataPosition(seen / order.size(), seen % order.size()),
                Map.of("sampling", (long) track.seed(), "shuffle", (long) track.seed()),
                Map.of());
    }
}
