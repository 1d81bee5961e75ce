package org.densepath.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.densepath.data.EpochOrder;
import org.densepath.model.DecoderSettings;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.LikelihoodGradient;
import org.densepath.model.MicroBatches;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.TrainableModel;
import org.densepath.reward.Baseline;
import org.densepath.reward.CreditAssignment;
import org.densepath.reward.DenseReward;
import org.densepath.reward.RewardPostprocessing;
import org.densepath.text.TokenSequence;
import org.densepath.train.DensePathReinforce;
import org.densepath.train.LearningRate;
import org.densepath.train.PathReward;
import org.densepath.train.ResponseCheck;

/// Measures how fast an experiment's model is on this machine by doing a little of everything that the run will
/// do, on the experiment's own data: a micro-batch of SFT, some responses, their reward, one update at rate 0.
/// Takes seconds for a small model; nothing is kept.
public final class SpeedProbe {
    /// Rows that are drawn and learned from: as many as the run has, but no more than a large model can do in
    /// seconds.
    private static final double ROWS_TIMES_WEIGHTS = 2e9;

    private static final int LEAST_ROWS = 8;
    private static final int MOST_NEW_TOKENS = 128;

    private final Experiment experiment;
    private final Inputs inputs;
    private final LoadedModel base;
    private final TrainableModel model;
    private final Consumer<String> telling;
    private final Clock clock;
    private final Stopwatch watch;
    private final Randomness randomness = new Randomness(1);

    private SpeedProbe(
            Experiment experiment,
            Inputs inputs,
            LoadedModel base,
            TrainableModel model,
            Consumer<String> telling,
            Clock clock) {
        this.experiment = experiment;
        this.inputs = inputs;
        this.base = base;
        this.model = model;
        this.telling = telling;
        this.clock = clock;
        watch = new Stopwatch(clock);
    }

    /// Loads and measures. `telling` hears what is measured now. Throws [org.densepath.BadInputException] as the
    /// run itself would, also where memory is not enough.
    public static Speed measure(Experiment experiment, Consumer<String> telling) {
        return measure(experiment, telling, Clock.WALL);
    }

    static Speed measure(Experiment experiment, Consumer<String> telling, Clock clock) {
        Path path = ExperimentRun.modelPath(experiment);
        try (TorchStart torch = TorchStart.of(experiment, path)) {
            telling.accept("Loading the model");
            try (LoadedModel base = RunModels.openBase(torch.policy(), path, experiment)) {
                Inputs inputs = Inputs.read(experiment, base);
                try (TrainableModel model = new TrainableModel(
                        RunModels.start(base, experiment, 1),
                        Settings.adam(experiment.sft().adam()),
                        experiment.memory().recompute(),
                        experiment.memory().momentsOnHost())) {
                    return new SpeedProbe(experiment, inputs, base, model, telling, clock).speed();
                }
            }
        }
    }

    private Speed speed() {
        double start = clock.sinceStart();
        OtherWork others = OtherWork.fromNow();
        LanguageModel policy = model.policy();
        long weights = policy.layout().size();
        int limit = Math.min(
                Math.max(
                        experiment.dpr().maxNewTokens(), experiment.evaluation().maxNewTokens()),
                MOST_NEW_TOKENS);

        telling.accept("Measuring SFT");
        List<TokenSequence> batch = microBatch();
        LikelihoodGradient gradient = new LikelihoodGradient(
                policy,
                model.gradients(),
                new MicroBatches(
                        experiment.sft().tokenBudget(), experiment.memory().recompute(), 1));
        double train = watch.repeated(() -> gradient.accumulate(batch)) / fed(batch);
        double update = watch.repeated(() -> {
            model.gradients().clip(1);
            model.optimizer().step(model.gradients(), 0);
            model.gradients().zero();
        });

        telling.accept("Measuring how responses are drawn");
        int rows = (int) Math.clamp(
                ROWS_TIMES_WEIGHTS / weights,
                LEAST_ROWS,
                experiment.dpr().prompts() * experiment.dpr().samples());
        int asked = Math.clamp(
                rows / experiment.dpr().samples(), 1, experiment.dpr().prompts());
        List<int[]> prompts = prompts(asked);
        double pack = Decoding.first(policy, prompts.subList(0, 1), clock);
        Decoding few = Decoding.fastest(() ->
                Decoding.of(policy, prompts, sampling(limit, base.endIds()), randomness, Double.MAX_VALUE, clock));
        List<int[]> most = prompts(mostRows());
        SamplingSettings endless = new SamplingSettings(1, 1, limit, 1, new int[0], 0);
        Decoding many = Decoding.fastest(() -> Decoding.of(policy, most, endless, randomness, 2, clock));
        double[] line = Decoding.line(few, many);
        List<Rollout> rollouts = few.rollouts();

        telling.accept("Measuring the reward and DPR's update");
        PathReward reward = new PathReward(
                policy,
                List.of(),
                new DenseReward.LogLikelihood(),
                RewardPostprocessing.none(),
                experiment.dpr().tokenBudget());
        long tokens = shared(rollouts);
        double score = watch.repeated(() -> reward.score(rollouts).close()) / tokens;
        double learn = dprUpdate(reward, rollouts);
        double write = watch.writing();
        return new Speed(
                start,
                train,
                update,
                pack,
                Math.max(0, many.toFirst() - pack) / Math.max(1, many.promptTokens()),
                line[0],
                line[1],
                score,
                Math.max(0, learn - update) / tokens,
                write,
                rollouts.stream().mapToInt(r -> r.ids().length).toArray(),
                limit,
                slot(),
                weights,
                others.share());
    }

    /// Demonstrations of the first epoch until a micro-batch is full.
    private List<TokenSequence> microBatch() {
        List<TokenSequence> all = inputs.demonstrations().sequences();
        List<TokenSequence> batch = new ArrayList<>();
        int room = experiment.sft().tokenBudget();
        for (int i : new EpochOrder(all.size(), 1).epoch(0)) {
            room -= all.get(i).length();
            if (!batch.isEmpty()
                    && (room < 0 || batch.size() == experiment.sft().batchSize())) {
                break;
            }
            batch.add(all.get(i));
        }
        return batch;
    }

    private static long fed(List<TokenSequence> batch) {
        return batch.stream().mapToLong(TokenSequence::length).sum();
    }

    /// Tokens of the rollouts, a prompt that several share counted once.
    private static long shared(List<Rollout> rollouts) {
        return rollouts.stream()
                .mapToLong(r -> r.ids().length + (r.sample() == 0 ? r.promptIds().length : 0))
                .sum();
    }

    private List<int[]> prompts(int count) {
        List<int[]> all = inputs.prompts().ids();
        return IntStream.range(0, count).mapToObj(i -> all.get(i % all.size())).toList();
    }

    /// The most rows that the run draws at once.
    private int mostRows() {
        int dpr = experiment.dpr().prompts() * experiment.dpr().samples();
        int scores = inputs.heldOut().size() * experiment.evaluation().samples();
        double length = inputs.prompts().ids().stream()
                .mapToInt(p -> p.length)
                .average()
                .orElse(1);
        double atOnce = Math.min(
                Generator.MOST_PROMPT_TOKENS / length, Generator.CACHE_BYTES / (slot() * (length + MOST_NEW_TOKENS)));
        return (int) Math.clamp(Math.min(0.8 * atOnce, Math.max(dpr, scores)), 1, Generator.MOST_ROWS);
    }

    private long slot() {
        DecoderSettings s = model.policy().settings();
        return 8L * s.layers() * s.keyValueRows();
    }

    private SamplingSettings sampling(int limit, int[] endIds) {
        return SamplingSettings.sampling(1, 1, limit, experiment.dpr().samples(), endIds);
    }

    /// One whole update on rollouts, at rate 0.
    private double dprUpdate(PathReward reward, List<Rollout> rollouts) {
        Experiment.Dpr asked = experiment.dpr();
        DensePathReinforce.Settings settings = new DensePathReinforce.Settings(
                Settings.sampling(asked, base.endIds()),
                DensePathReinforce.Estimator.SAMPLED,
                asked.gamma(),
                Baseline.NONE,
                false,
                asked.klForm(),
                asked.klCoefficient(),
                0,
                0,
                0,
                CreditAssignment.dense(),
                1,
                new LearningRate(0, 0, asked.schedule(), 1),
                asked.gradientClip(),
                asked.tokenBudget());
        DensePathReinforce dpr = new DensePathReinforce(model, reward, settings, ResponseCheck.none());
        try (PathReward.Scored scored = reward.score(rollouts)) {
            return watch.repeated(() -> dpr.update(rollouts, scored));
        }
    }
}
