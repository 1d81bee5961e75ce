package org.densepath.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.SafetensorsFile;
import org.densepath.checkpoint.WeightFile;
import org.densepath.model.AdamW;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.model.TrainableModel;
import org.densepath.model.WeightLayout;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.Test;

/// Twenty SFT steps against PyTorch's: losses, gradient norms, and the weights half-way, at the end, and
/// averaged.
class GoldenSftTest {
    @Test
    void twentyStepsFollowTheReferenceTrajectory() {
        JsonNode golden = Golden.json("training/sft.json");
        JsonNode s = golden.path("settings");
        LearningRate rate = new LearningRate(
                s.path("peak_lr").asDouble(),
                s.path("warmup_steps").asInt(),
                LearningRate.Shape.COSINE,
                s.path("steps").asInt());
        AdamW.Settings adam = new AdamW.Settings(
                s.path("betas").get(0).asDouble(),
                s.path("betas").get(1).asDouble(),
                s.path("eps").asDouble(),
                s.path("weight_decay").asDouble());
        try (Torch torch = Torch.cpu(1);
                TrainableModel model = new TrainableModel(Golden.model(torch, "llama-tied"), adam)) {
            Sft sft = new Sft(
                    model,
                    new Sft.Settings(
                            rate,
                            s.path("max_grad_norm").asDouble(),
                            s.path("ema_decay").asDouble(),
                            20));
            for (JsonNode step : golden.path("steps")) {
                List<TokenSequence> batch = new ArrayList<>();
                for (JsonNode micro : step.path("micro_batches")) {
                    batch.addAll(Golden.sequences(micro));
                }
                Map<String, Double> metrics = sft.step(batch);
                double loss = step.path("loss").asDouble();
                double norm = step.path("grad_norm").asDouble();
                assertEquals(step.path("lr").asDouble(), metrics.get("sft/learning_rate"), 1e-12);
                assertEquals(loss, metrics.get("sft/loss"), 1e-5 * loss);
                assertEquals(norm, metrics.get("sft/gradient_norm"), 5e-5 * norm);
                if (sft.steps() == 10) {
                    assertWeights("training/sft_half.safetensors", model.policy());
                }
            }
            assertWeights("training/sft_end.safetensors", model.policy());
            assertWeights(
                    "training/sft_ema.safetensors", sft.average().orElseThrow().model());
        }
    }

    private static void assertWeights(String file, LanguageModel model) {
        try (WeightFile expected = SafetensorsFile.open(Golden.path(file))) {
            for (int i = 0; i < model.layout().parameters().size(); i++) {
                float[] ours = model.weight(i).toFloats();
                int at = 0;
                for (WeightLayout.Part part : model.layout().parameters().get(i).parts()) {
                    FloatBuffer values = FloatBuffer.allocate(
                            (int) expected.weights().get(part.name()).size());
                    expected.read(part.name(), values);
                    double difference = 0;
                    double size = 0;
                    for (float v : values.array()) {
                        difference += (v - ours[at]) * (v - ours[at]);
                        size += v * v;
                        at++;
                    }
                    assertTrue(Math.sqrt(difference / size) <= 1e-5, part.name() + " in " + file);
                }
            }
        }
    }
}
