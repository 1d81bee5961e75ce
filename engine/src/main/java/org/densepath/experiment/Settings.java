package org.densepath.experiment;

import org.densepath.model.AdamW;
import org.densepath.model.SamplingSettings;
import org.densepath.reward.CreditAssignment;
import org.densepath.reward.DenseReward;
import org.densepath.reward.RewardPostprocessing;
import org.densepath.train.DensePathReinforce;
import org.densepath.train.LearningRate;
import org.densepath.train.SelfImitation;

/// From an experiment's settings to those of the floors below.
final class Settings {
    private Settings() {}

    static AdamW.Settings adam(Experiment.Adam a) {
        return new AdamW.Settings(a.beta1(), a.beta2(), a.epsilon(), a.weightDecay());
    }

    static LearningRate rate(Experiment.SftStage s, long steps) {
        return new LearningRate(s.learningRate(), s.warmupSteps(), s.schedule(), steps);
    }

    static DenseReward reward(Experiment.Reward r) {
        DenseReward definition =
                switch (r.definition()) {
                    case "baseline-relative" -> new DenseReward.BaselineRelative();
                    case "log-likelihood" -> new DenseReward.LogLikelihood();
                    case "endogenous" -> new DenseReward.Endogenous();
                    case "ensemble-reference" -> new DenseReward.EnsembleReference();
                    case "ema-reference" -> new DenseReward.EmaReference();
                    default -> throw new IllegalStateException(r.definition());
                };
        return r.scale() == 1 ? definition : new DenseReward.Scaled(r.scale(), definition);
    }

    static RewardPostprocessing postprocessing(Experiment.Reward r) {
        return new RewardPostprocessing(r.maskAboveEntropy(), r.standardise(), r.clip());
    }

    static SamplingSettings sampling(Experiment.Dpr d, int[] endIds) {
        return SamplingSettings.sampling(d.temperature(), d.topP(), d.maxNewTokens(), d.samples(), endIds);
    }

    static DensePathReinforce.Settings dpr(Experiment experiment, int seed, int[] endIds) {
        Experiment.Dpr d = experiment.dpr();
        return new DensePathReinforce.Settings(
                sampling(d, endIds),
                d.estimator(),
                d.gamma(),
                d.baseline(),
                d.normaliseAdvantages(),
                d.klForm(),
                d.klCoefficient(),
                d.klInReward(),
                d.klReferenceCoefficient(),
                experiment.reward().hasReference() ? 1 : 0,
                new CreditAssignment(
                        experiment.reward().credit(), experiment.reward().denseShare(), seed),
                d.updatesPerBatch(),
                new LearningRate(
                        d.learningRate(), d.warmupSteps(), d.schedule(), (long) d.steps() * d.updatesPerBatch()),
                d.gradientClip(),
                d.tokenBudget());
    }

    /// SPIN's and GSIL's: what they share with DPR is DPR's, one answer a demonstration.
    static SelfImitation.Settings selfPlay(Experiment experiment, int[] endIds) {
        Experiment.Dpr d = experiment.dpr();
        Experiment.SelfPlay s = experiment.selfPlay();
        return new SelfImitation.Settings(
                s.loss(),
                s.scale(),
                s.shift(),
                SamplingSettings.sampling(d.temperature(), d.topP(), d.maxNewTokens(), 1, endIds),
                new LearningRate(d.learningRate(), d.warmupSteps(), d.schedule(), d.steps()),
                d.gradientClip(),
                d.tokenBudget());
    }
}
