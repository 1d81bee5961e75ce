package org.densepath.sample.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.TensorWeights;
import org.densepath.model.TrainableModel;
import org.densepath.run.AtomicFiles;
import org.densepath.sample.corpus.Documents;
import org.densepath.sample.corpus.PeriodicSequences;
import org.densepath.sample.corpus.PretrainingBatches;
import org.densepath.sample.corpus.SampleVocabulary;
import org.densepath.sample.model.BpeEncoder;
import org.densepath.sample.model.BpeVocabulary;
import org.densepath.sample.model.ChatLayout;
import org.densepath.sample.model.InitialWeights;
import org.densepath.sample.model.LlamaShape;
import org.densepath.sample.model.SampleModelFiles;
import org.densepath.sample.task.SampleDataFiles;
import org.densepath.sample.task.TaskSplits;
import org.densepath.tensor.Torch;

/// Makes the folder `sample-data/`: the tasks' files, the base model in `model/`, trained from nothing, and
/// `provenance.json`. The seed decides all of it; the weights' last digits also depend on the processor and the
/// number of threads.
public final class SampleMaker {
    /// What is made: which tasks, how many of them as demonstrations, and how the base is trained.
    record Order(TaskSplits splits, int demonstrations, PretrainingPlan plan) {}

    private static final int DEMONSTRATIONS = 1600;
    private static final int SAMPLES = 2;

    private final Order order;
    private final Randomness seeds;
    private final long seed;
    private final Torch torch;
    private final Consumer<String> listener;

    private SampleMaker(Order order, long seed, Torch torch, Consumer<String> listener) {
        this.order = order;
        this.seed = seed;
        this.seeds = new Randomness(seed);
        this.torch = torch;
        this.listener = listener;
    }

    /// What a part's own stream of random numbers is for.
    private enum Part {
        VOCABULARY,
        WEIGHTS,
        COPYING,
        DOCUMENTS,
        BATCHES,
        EXAMINATION
    }

    /// Makes the folder, which appears whole at the end; that takes some ten minutes. `listener` is told a
    /// sentence now and then. One thread of `torch` is as fast as two: the model is small.
    ///
    /// Throws [BadInputException] when the folder exists, [org.densepath.run.RunStorageException] when the disk
    /// refuses.
    public static void make(Path folder, long seed, Torch torch, Consumer<String> listener) {
        make(folder, new Order(TaskSplits.of(seed), DEMONSTRATIONS, PretrainingPlan.recipe()), seed, torch, listener);
    }

    static void make(Path folder, Order order, long seed, Torch torch, Consumer<String> listener) {
        if (Files.exists(folder)) {
            throw new BadInputException(folder + " exists already and is not overwritten; name a new folder.");
        }
        SampleMaker maker = new SampleMaker(order, seed, torch, listener);
        AtomicFiles.folder(folder, maker::fill);
    }

    private void fill(Path folder) throws IOException {
        SampleDataFiles.write(folder, order.splits(), order.demonstrations());
        BpeVocabulary vocabulary = SampleVocabulary.learn(order.splits().heldOutKeys(), seed(Part.VOCABULARY));
        LlamaShape shape = LlamaShape.sample(vocabulary.size());
        Path model = folder.resolve("model");
        SampleModelFiles.write(model, vocabulary, shape);
        write(model, initial(shape));
        listener.accept("A vocabulary of " + vocabulary.size() + " tokens and the first weights are made.");
        try (TrainableModel base = Pretraining.trainable(load(model), order.plan());
                Examination validation = validation(model)) {
            train(base, vocabulary, validation);
            write(model, TensorWeights.of(base.policy()));
            Examination.Success greedy = validation.greedy(base.policy());
            Examination.Success sampled = validation.sampled(base.policy(), SAMPLES, seed(Part.EXAMINATION));
            SampleProvenance.of(
                            folder, seed, torch, order.plan(), new SampleProvenance.Measured(greedy, SAMPLES, sampled))
                    .write(folder);
            listener.accept(String.format(
                    Locale.ROOT,
                    "The base solves %.1f %% of the validation tasks greedily and %.1f %% at temperature 1.",
                    100 * greedy.overall(),
                    100 * sampled.overall()));
        }
    }

    private WeightSource initial(LlamaShape shape) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        InitialWeights.of(shape, seed(Part.WEIGHTS)).forEach((name, weight) -> {
            shapes.put(name, weight.shape());
            values.put(name, weight.values());
        });
        return WeightSource.of(shapes, values);
    }

    private static void write(Path model, WeightSource weights) {
        SafetensorsWriter.writeModel(model, weights, StoredType.F32, Long.MAX_VALUE);
    }

    private LanguageModel load(Path model) {
        try (ModelFiles files = ModelFiles.open(model)) {
            return LanguageModel.load(torch, files);
        }
    }

    private Examination validation(Path model) {
        try (ModelFiles files = ModelFiles.open(model)) {
            return new Examination(files, order.splits().validation());
        }
    }

    private void train(TrainableModel base, BpeVocabulary vocabulary, Examination validation) {
        int batchSize = order.plan().batchSize();
        PeriodicSequences copying = new PeriodicSequences(vocabulary.size(), batchSize, seed(Part.COPYING));
        PretrainingBatches documents = new PretrainingBatches(
                new Documents(order.splits().heldOutKeys(), seed(Part.DOCUMENTS)),
                new ChatLayout(new BpeEncoder(vocabulary)),
                batchSize,
                seed(Part.BATCHES));
        new Pretraining(base, order.plan(), progress -> report(progress, base.policy(), validation))
                .run(copying, documents);
    }

    private void report(Pretraining.Progress progress, LanguageModel policy, Examination validation) {
        String loss = String.format(
                Locale.ROOT,
                "Stage %s, step %d of %d: loss %.3f",
                progress.stage().name().toLowerCase(Locale.ROOT),
                progress.step(),
                progress.steps(),
                progress.loss());
        if (progress.stage() == Pretraining.Stage.COPYING) {
            listener.accept(loss + ".");
            return;
        }
        Examination.Success greedy = validation.greedy(policy);
        listener.accept(loss + String.format(Locale.ROOT, "; validation, greedy: %.1f %%", 100 * greedy.overall())
                + " (" + greedy.inWords() + ").");
    }

    private long seed(Part part) {
        return seeds.derive(part.ordinal()).seed();
    }
}
