package org.densepath.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densepath.data.EpochOrder;
import org.densepath.model.Randomness;
import org.densepath.model.TrainableModel;
import org.densepath.reward.Alarm;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.ResumePoint;
import org.densepath.run.Track;
import org.densepath.train.DensePathReinforce;
import org.densepath.train.DivergedException;
import org.densepath.train.StepResult;

/// Runs Dense-Path REINFORCE from π_SFT under the watch, writes its traces, and resumes at its last checkpoint.
final class ReinforceStage {
    private static final String RATE_FACTOR = "rateFactor";

    private final Worker worker;
    private final Experiment.Dpr settings;
    private final Track track;
    private final EpochOrder order;
    private final TrainingCheckpoints checkpoints;
    private final RolloutTrace trace;

    ReinforceStage(Worker worker, Track track) {
        this.worker = worker;
        this.settings = worker.experiment().dpr();
        this.track = track;
        this.order = new EpochOrder(worker.inputs().prompts().size(), track.seed());
        this.checkpoints =
                new TrainingCheckpoints(worker.journal(), track, worker.base().files());
        this.trace = new RolloutTrace(worker, track);
    }

    /// Trains; the last policy is kept as the track's checkpoint of its last step.
    void run(PathModels path, HeldOut validation) {
        try (trace;
                TrainableModel model = new TrainableModel(
                        PathModels.policy(worker, track.seed()),
                        Settings.adam(settings.adam()),
                        worker.experiment().memory().recompute(),
                        worker.experiment().memory().momentsOnHost())) {
            PromptSet prompts = worker.inputs().prompts();
            int[] chosen = new int[settings.prompts()];
            DensePathReinforce dpr = new DensePathReinforce(
                    model,
                    path.reward(),
                    Settings.dpr(
                            worker.experiment(), track.seed(), worker.base().endIds()),
                    prompts.checkOf(chosen));
            worker.watchMemory(dpr.tokenBudget(), track, "dpr");
            Optional<ResumePoint> state = checkpoints.restore(model, null);
            state.ifPresent(s -> dpr.resumeAt(s.scheduleStep(), s.numbers().get(RATE_FACTOR)));
            long step = state.map(ResumePoint::step).orElse(0L);
            RewardWatch watch = state.isPresent()
                    ? RewardWatch.resumed(
                            worker.experiment().watch(),
                            checkpoints.watch(RewardWatch.Memory.class).orElseThrow())
                    : RewardWatch.fresh(worker.experiment().watch(), before(path, validation));
            worker.journal().tell(new Event.StageStarted(track.stage(), track.arm(), track.seed(), settings.steps()));
            warnWhenOffPolicy();
            boolean stopped = false;
            try {
                while (step < settings.steps() && !stopped) {
                    stopped = step(path, validation, model, dpr, watch, chosen, step + 1);
                    step++;
                }
                checkpoints.write(model, null, watch.memory(), state(step, dpr));
            } catch (DivergedException e) {
                checkpoints.discardAfter(step - 1);
                throw e;
            }
            checkpoints.deleteOlder();
            worker.journal().tell(new Event.StageFinished(track.stage(), track.arm(), track.seed()));
        }
    }

    private void warnWhenOffPolicy() {
        if (settings.temperature() != 1 || settings.topP() != 1) {
            worker.journal()
                    .warn(
                            track,
                            0,
                            "Responses are drawn at temperature " + settings.temperature() + " and top-p "
                                    + settings.topP()
                                    + ", but the gradient is that of the policy at temperature 1: off-policy, without"
                                    + " correction.",
                            "set dpr.temperature=1 and dpr.topP=1 for the method as published");
        }
        if (settings.updatesPerBatch() > 1) {
            worker.journal()
                    .warn(
                            track,
                            0,
                            "Each batch is used for " + settings.updatesPerBatch()
                                    + " updates; after the first they are off-policy, without correction.",
                            "set dpr.updatesPerBatch=1 for the method as published");
        }
    }

    /// What π_SFT does on the validation prompts: where the watch starts from.
    private Map<String, Double> before(PathModels path, HeldOut validation) {
        if (validation.prompts().size() == 0) {
            return Map.of();
        }
        Map<String, Double> metrics = validation.metrics(
                track.stage(),
                validation.greedy(path.sft(), _ -> worker.journal().obeyAbort()),
                validation.sampled(path.sft(), worker.experiment().evaluation().temperature(), _ -> worker.journal()
                        .obeyAbort()));
        worker.journal().step(track, 0, metrics);
        return metrics;
    }

    /// One step; true where the watch ends the stage.
    private boolean step(
            PathModels path,
            HeldOut validation,
            TrainableModel model,
            DensePathReinforce dpr,
            RewardWatch watch,
            int[] chosen,
            long step) {
        long started = System.nanoTime();
        System.arraycopy(order.take((step - 1) * settings.prompts(), settings.prompts()), 0, chosen, 0, chosen.length);
        StepResult result = dpr.step(
                worker.inputs().prompts().ids(chosen),
                new Randomness(track.seed()).derive(step),
                ended -> worker.journal().obeyAbort());
        Map<String, Double> metrics = new TreeMap<>(result.metrics());
        double seconds = (System.nanoTime() - started) / 1e9;
        metrics.put("dpr/seconds", seconds);
        metrics.put("dpr/tokens_per_second", metrics.get("dpr/response_tokens") / seconds);
        watch.addSignal(result.signal(), metrics);
        if (validation.prompts().size() > 0 && (step % settings.heldOutEvery() == 0 || step == settings.steps())) {
            metrics.putAll(validation.metrics(
                    track.stage(),
                    validation.greedy(model.policy(), _ -> worker.journal().obeyAbort()),
                    validation.sampled(
                            model.policy(), worker.experiment().evaluation().temperature(), _ -> worker.journal()
                                    .obeyAbort())));
        }
        worker.journal().step(track, step, metrics);
        if (settings.traceEvery() > 0 && step % settings.traceEvery() == 0) {
            trace.write(step, chosen, result);
        }
        if (settings.keepEvery() > 0 && step % settings.keepEvery() == 0) {
            checkpoints.keep(model.policy(), step);
        }
        boolean ends = obey(watch, watch.observe(step, metrics), dpr, step);
        boolean stop = worker.journal().stopAsked();
        if (step < settings.steps() && !ends && (stop || step % settings.checkpointEvery() == 0)) {
            checkpoints.write(model, null, watch.memory(), state(step, dpr));
        }
        worker.journal().obeyAbort();
        if (stop && !ends && step < settings.steps()) {
            throw new RunJournal.StopRequest(Control.Request.STOP);
        }
        return ends;
    }

    /// Tells the alarms and does what they ask for; true where the stage shall end.
    private boolean obey(RewardWatch watch, List<Alarm> alarms, DensePathReinforce dpr, long step) {
        for (Alarm alarm : alarms) {
            worker.journal()
                    .tell(new Event.Warning(
                            track.stage(),
                            track.arm(),
                            track.seed(),
                            step,
                            alarm.sentence(),
                            alarm.whatToDo(),
                            track.stage() + "/" + alarm.metric(),
                            alarm.value(),
                            alarm.limit()));
        }
        Alarm.Action consequence = watch.consequence(alarms);
        if (consequence == Alarm.Action.SLOW) {
            dpr.slowDown(watch.slowFactor());
            worker.journal().warn(track, step, "The learning rate was multiplied by " + watch.slowFactor() + ".", "");
        }
        if (consequence == Alarm.Action.STOP) {
            worker.journal()
                    .warn(
                            track,
                            step,
                            "The watch ended this stage after step " + step + " of " + settings.steps()
                                    + "; its policy is kept.",
                            "set watch.mayStop=false to go on all the same");
        }
        return consequence == Alarm.Action.STOP;
    }

    private ResumePoint state(long step, DensePathReinforce dpr) {
        long seen = step * settings.prompts();
        Map<String, Double> numbers = new HashMap<>();
        numbers.put(RATE_FACTOR, dpr.rateFactor());
        return new ResumePoint(
                step,
                seen,
                dpr.steps(),
                new ResumePoint.DataPosition(seen / order.size(), seen % order.size()),
                Map.of("sampling", (long) track.seed(), "shuffle", (long) track.seed()),
                numbers);
    }
}
