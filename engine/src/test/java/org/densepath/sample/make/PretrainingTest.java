package org.densepath.sample.make;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.model.LanguageModel;
import org.densepath.model.TensorWeights;
import org.densepath.model.TrainableModel;
import org.densepath.sample.corpus.Documents;
import org.densepath.sample.corpus.PeriodicSequences;
import org.densepath.sample.corpus.PretrainingBatches;
import org.densepath.sample.corpus.PretrainingRate;
import org.densepath.sample.model.BpeEncoder;
import org.densepath.sample.model.BpeTrainer;
import org.densepath.sample.model.BpeVocabulary;
import org.densepath.sample.model.ChatLayout;
import org.densepath.sample.model.InitialWeights;
import org.densepath.sample.model.LlamaShape;
import org.densepath.sample.model.SampleModelFiles;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingTest {
    private static final BpeVocabulary BYTES = BpeTrainer.train(Stream.of(), 260);
    private static final LlamaShape SMALL = new LlamaShape(BYTES.size(), 32, 2, 2, 1, 64);
    private static final PretrainingPlan PLAN =
            new PretrainingPlan(10, 30, 8, new PretrainingRate(5e-3, 3, 0.1), 0.05, 1, 10);

    @TempDir
    Path folder;

    private final List<Pretraining.Progress> reports = new ArrayList<>();

    @BeforeEach
    void writeTheFirstWeights() throws Exception {
        SampleModelFiles.write(folder, BYTES, SMALL);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        InitialWeights.of(SMALL, 1).forEach((name, weight) -> {
            shapes.put(name, weight.shape());
            values.put(name, weight.values());
        });
        SafetensorsWriter.writeModel(folder, WeightSource.of(shapes, values), StoredType.F32, Long.MAX_VALUE);
    }

    /// All weights, after training by the plan.
    private float[] trained() {
        try (Torch torch = Torch.cpu(1);
                ModelFiles files = ModelFiles.open(folder);
                TrainableModel model = Pretraining.trainable(LanguageModel.load(torch, files), PLAN)) {
            new Pretraining(model, PLAN, reports::add)
                    .run(
                            new PeriodicSequences(BYTES.size(), 8, 2),
                            new PretrainingBatches(
                                    new Documents(Set.of(), 3), new ChatLayout(new BpeEncoder(BYTES)), 8, 4));
            TensorWeights weights = TensorWeights.of(model.policy());
            FloatBuffer all = FloatBuffer.allocate(100_000);
            weights.shapes().keySet().forEach(name -> all.put(weights.values(name)));
            return all.array();
        }
    }

    @Test
    void runLowersTheLossOfTheDocuments() {
        trained();
        List<Double> losses = reports.stream()
                .filter(report -> report.stage() == Pretraining.Stage.DOCUMENTS)
                .map(Pretraining.Progress::loss)
                .toList();
        assertEquals(3, losses.size());
        assertTrue(losses.getLast() < 0.85 * losses.getFirst(), losses.toString());
    }

    @Test
    void runReportsEachStageByStep() {
        trained();
        assertEquals(
                List.of("COPYING 10/10", "DOCUMENTS 10/30", "DOCUMENTS 20/30", "DOCUMENTS 30/30"),
                reports.stream()
                        .map(report -> report.stage() + " " + report.step() + "/" + report.steps())
                        .toList());
    }

    @Test
    void runGivesTheSameWeightsWhenRepeated() {
        assertArrayEquals(trained(), trained());
    }
}
