package org.densepath.experiment;

import java.util.ArrayList;
import java.util.List;
import org.densepath.model.LanguageModel;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;
import org.densepath.train.PathReward;

/// The frozen models that SFT's path left: π_SFT and the reference(s), loaded from the run's snapshots.
final class PathModels implements AutoCloseable {
    private final LanguageModel sft;
    private final List<LanguageModel> references = new ArrayList<>();
    private final PathReward reward;

    PathModels(Worker worker, int seed) {
        Experiment experiment = worker.experiment();
        Track track = Track.shared("sft", seed);
        RunFolder folder = worker.journal().folder();
        sft = RunModels.frozen(worker, folder.snapshot(track, 1));
        switch (experiment.reward().definition()) {
            case "log-likelihood", "endogenous" -> {}
            case "ema-reference" ->
                references.add(RunModels.frozen(worker, folder.track(track).resolve("average")));
            default -> {
                for (double fraction : experiment.reward().references()) {
                    references.add(
                            fraction == 0
                                    ? RunModels.frozenBase(worker)
                                    : RunModels.frozen(worker, folder.snapshot(track, fraction)));
                }
            }
        }
        reward = new PathReward(
                sft,
                references,
                Settings.reward(experiment.reward()),
                Settings.postprocessing(experiment.reward()),
                experiment.dpr().tokenBudget());
        worker.watchMemory(reward.tokenBudget(), track, "dpr");
    }

    /// π_SFT as a policy to train, which the caller closes.
    static LanguageModel policy(Worker worker, int seed) {
        return RunModels.open(worker, worker.journal().folder().snapshot(Track.shared("sft", seed), 1));
    }

    LanguageModel sft() {
        return sft;
    }

    /// π_ref first; empty where the reward has none.
    List<LanguageModel> references() {
        return List.copyOf(references);
    }

    PathReward reward() {
        return reward;
    }

    @Override
    public void close() {
        references.forEach(LanguageModel::close);
        sft.close();
    }
}
