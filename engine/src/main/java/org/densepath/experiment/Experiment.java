package org.densepath.experiment;

import java.util.List;
import org.densepath.BadInputException;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.model.PolicyGradient.KlForm;
import org.densepath.reward.Baseline;
import org.densepath.reward.Credit;
import org.densepath.reward.PairLoss;
import org.densepath.reward.RewardPostprocessing;
import org.densepath.tensor.ComputeDevice;
import org.densepath.train.DensePathReinforce.Estimator;
import org.densepath.train.LearningRate;

/// An experiment as it was asked for, every default written out: one file repeats it. See `docs/experiment.md`
/// for what each value means and [ExperimentFile] for how it is read.
public record Experiment(
        String name,
        List<Integer> seeds,
        String device,
        int threads,
        Model model,
        Adapter adapter,
        Memory memory,
        Data data,
        SftStage sft,
        Reward reward,
        Dpr dpr,
        List<String> arms,
        List<OwnArm> ownArms,
        SelfPlay selfPlay,
        DecodingArms decoding,
        Watch watch,
        Evaluation evaluation) {
    static final List<String> DEFINITIONS =
            List.of("baseline-relative", "log-likelihood", "endogenous", "ensemble-reference", "ema-reference");

    public Experiment {
        require(!seeds.isEmpty(), "seeds", "needs at least one seed");
        requireDistinct("seeds", seeds);
        requireDistinct("arms", arms);
        require(
                ComputeDevice.isName(device),
                "device",
                "must be cpu, cuda, cuda:<number> or auto, not '" + device + "'");
        require(threads >= 0, "threads", "must be 0 (all cores) or more");
        if (dpr.estimator() == Estimator.EXPECTED) {
            require(
                    reward.isPlain() && dpr.klInReward() == 0,
                    "dpr.estimator",
                    "may be expected only for an unscaled, unprocessed log-ratio or log-likelihood reward that is given"
                            + " at every token");
        }
        if (!reward.hasReference()) {
            require(dpr.klReferenceCoefficient() == 0, "dpr.klReferenceCoefficient", "needs a reward with a reference");
            require(reward.maskAboveEntropy() == null, "reward.maskAboveEntropy", "needs a reward with a reference");
        }
        if (arms.contains("dpr")) {
            dpr.requireSamples();
        }
        if (reward.requireAuroc() != null) {
            require(
                    !data.validation().isEmpty() || data.validationLimit() > 0,
                    "reward.requireAuroc",
                    "is measured on validation prompts; set data.validation or data.validationLimit");
        }
        if (reward.definition().equals("ema-reference")) {
            require(sft.emaDecay() > 0, "sft.emaDecay", "must be above 0 for the ema-reference reward");
        }
    }

    /// The base model: a Hugging Face folder, a GGUF file or a snapshot; its precision on a GPU.
    public record Model(String path, ComputeDevice.Precision precision) {}

    /// A LoRA adapter that is trained in place of the weights (rank 0: none); see `checkpoint.AdapterConfig`.
    /// `eightBitBase`: as `model.EightBitBase` has it.
    public record Adapter(
            int rank,
            double alpha,
            double dropout,
            boolean rankStabilised,
            List<String> targets,
            boolean eightBitBase) {
        public Adapter {
            require(rank > 0 || !eightBitBase, "adapter.eightBitBase", "needs an adapter: set adapter.rank");
            require(!targets.isEmpty(), "adapter.targets", "needs at least one projection, or all-linear");
            require(
                    targets.size() == 1 || !targets.contains(AdapterConfig.ALL_LINEAR),
                    "adapter.targets",
                    "must be all-linear alone, or projections");
        }

        boolean isOn() {
            return rank > 0;
        }
    }

    /// What saves memory: `recompute` as `model.MicroBatches` has it, `momentsOnHost` as `model.AdamW` has it.
    public record Memory(boolean recompute, boolean momentsOnHost) {}

    /// Demonstrations for SFT, prompts for DPR (empty: those of the demonstrations), prompts watched during
    /// training and prompts for the scores at the end (empty: as many DPR prompts as their limits say are kept
    /// out of training for them). Sequences above `maxTokens` are refused; a limit of 0 takes all of a file.
    public record Data(
            String demonstrations,
            int demonstrationLimit,
            String prompts,
            String validation,
            int validationLimit,
            String heldOut,
            int heldOutLimit,
            int maxTokens) {
        public Data {
            require(maxTokens > 1, "data.maxTokens", "must be above 1");
        }
    }

    /// See `train.Sft`. `snapshots` are fractions of the samples seen; 0 is the base model.
    public record SftStage(
            double epochs,
            int batchSize,
            double learningRate,
            int warmupSteps,
            LearningRate.Shape schedule,
            Adam adam,
            double gradientClip,
            double emaDecay,
            List<Double> snapshots,
            int tokenBudget,
            int checkpointEvery) {
        public SftStage {
            require(epochs > 0, "sft.epochs", "must be above 0");
            require(batchSize > 0, "sft.batchSize", "must be above 0");
            require(tokenBudget > 0, "sft.tokenBudget", "must be above 0");
            require(checkpointEvery > 0, "sft.checkpointEvery", "must be above 0");
            snapshots.forEach(f -> requireFraction("sft.snapshots", f));
        }
    }

    /// AdamW's β₁, β₂, ε and weight decay.
    public record Adam(double beta1, double beta2, double epsilon, double weightDecay) {}

    /// The dense reward: which definition, against which kept fraction(s) of SFT, scaled and post-processed how,
    /// mixed with the outside check, and given where; `requireAuroc` (null: nothing is measured) what it must
    /// reach on `aurocSamples` responses of π_SFT to each validation prompt before any arm begins, see
    /// [RewardGate].
    public record Reward(
            String definition,
            List<Double> references,
            double scale,
            Double clip,
            RewardPostprocessing.Standardise standardise,
            Double maskAboveEntropy,
            Credit credit,
            double denseShare,
            Double requireAuroc,
            int aurocSamples) {
        public Reward {
            require(denseShare >= 0 && denseShare <= 1, "reward.denseShare", "must lie between 0 and 1");
            require(!references.isEmpty(), "reward.references", "needs at least one fraction");
            require(DEFINITIONS.contains(definition), "reward.definition", "must be one of " + DEFINITIONS);
            require(
                    references.size() == 1 || definition.equals("ensemble-reference"),
                    "reward.references",
                    "may be several for the ensemble-reference reward only");
            references.forEach(f -> requireFraction("reward.references", f));
        }

        /// Whether π_ref is part of it.
        boolean hasReference() {
            return !definition.equals("log-likelihood") && !definition.equals("endogenous");
        }

        /// Whether r̂ is a log-ratio or a log-likelihood as it stands, so that its expectation over the
        /// vocabulary is known.
        boolean isPlain() {
            return !definition.equals("endogenous")
                    && !definition.equals("ensemble-reference")
                    && scale == 1
                    && clip == null
                    && maskAboveEntropy == null
                    && standardise == RewardPostprocessing.Standardise.OFF
                    && credit == Credit.DENSE
                    && denseShare == 1;
        }
    }

    /// See `train.DensePathReinforce`.
    public record Dpr(
            int steps,
            int prompts,
            int samples,
            int maxNewTokens,
            double temperature,
            double topP,
            Estimator estimator,
            double gamma,
            Baseline baseline,
            boolean normaliseAdvantages,
            KlForm klForm,
            double klCoefficient,
            double klInReward,
            double klReferenceCoefficient,
            int updatesPerBatch,
            double learningRate,
            int warmupSteps,
            LearningRate.Shape schedule,
            Adam adam,
            double gradientClip,
            int tokenBudget,
            int checkpointEvery,
            int keepEvery,
            int traceEvery,
            int heldOutEvery) {
        public Dpr {
            require(steps > 0, "dpr.steps", "must be above 0");
            require(prompts > 0, "dpr.prompts", "must be above 0");
            require(samples > 0, "dpr.samples", "must be above 0");
            require(heldOutEvery > 0, "dpr.heldOutEvery", "must be above 0");
            require(checkpointEvery > 0, "dpr.checkpointEvery", "must be above 0");
            require(updatesPerBatch > 0, "dpr.updatesPerBatch", "must be above 0");
            require(gamma >= 0 && gamma <= 1, "dpr.gamma", "must lie between 0 and 1");
            require(klCoefficient >= 0, "dpr.klCoefficient", "must be 0 or more");
            require(temperature > 0, "dpr.temperature", "must be above 0");
            require(keepEvery >= 0, "dpr.keepEvery", "must be 0 (only the last policy) or more");
        }

        void requireSamples() {
            try {
                baseline.requireSamplesPerPrompt(samples);
            } catch (BadInputException e) {
                throw new BadSettingException(
                        "dpr.samples",
                        "must be 2 or more for a leave-one-out baseline, not " + samples
                                + "; else choose dpr.baseline batch_mean or mean_by_position");
            }
        }
    }

    /// SPIN and GSIL: see `train.SelfImitation`. Steps, rate and sampling are those of [Dpr]. `pairs` a step;
    /// `iterations`: how often π_old becomes the policy of that moment.
    public record SelfPlay(PairLoss loss, double scale, double shift, int iterations, int pairs) {
        public SelfPlay {
            require(scale > 0, "selfPlay.scale", "must be above 0");
            require(iterations > 0, "selfPlay.iterations", "must be above 0");
            require(pairs > 0, "selfPlay.pairs", "must be above 0");
        }
    }

    /// Arms that train nothing: contrastive decoding's strength and least relative probability, and of how many
    /// answers the best is kept.
    public record DecodingArms(double contrast, double minP, int bestOf) {
        public DecodingArms {
            require(contrast >= 0, "decoding.contrast", "must be 0 or more");
            require(minP >= 0 && minP < 1, "decoding.minP", "must be 0 or more and below 1");
            require(bestOf > 0, "decoding.bestOf", "must be above 0");
        }
    }

    /// Whether the watch on reward hacking looks, and whether it may slow or stop the run (else it only warns).
    public record Watch(boolean enabled, boolean mayStop) {}

    /// Held-out evaluation: greedy, and `samples` at `temperature`; the control at a lower temperature without
    /// training.
    public record Evaluation(
            int samples, double temperature, double controlTemperature, int maxNewTokens, int bootstrap) {}

    private static void requireDistinct(String key, List<?> values) {
        require(values.stream().distinct().count() == values.size(), key, "must not name one twice");
    }

    /// Snapshots are named by two decimals.
    private static void requireFraction(String key, double f) {
        require(
                f >= 0 && f <= 1 && Math.abs(f * 100 - Math.round(f * 100)) < 1e-9,
                key,
                "must lie between 0 and 1 and have at most two decimals, not " + f);
    }

    private static void require(boolean holds, String key, String sentence) {
        if (!holds) {
            throw new BadSettingException(key, sentence);
        }
    }
}
