package org.densepath.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsFile;
import org.densepath.checkpoint.WeightFile;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;

/// The golden values: made with PyTorch and Transformers, see their README for conventions and tolerances.
public final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    /// The tiny models, of every family.
    public static List<String> models() {
        return List.of(
                "llama-tied",
                "llama-untied",
                "llama-bf16",
                "mistral",
                "qwen2",
                "qwen2-fp16",
                "qwen3",
                "gemma3",
                "gemma3-linear");
    }

    public static Path path(String file) {
        try {
            return Path.of(Golden.class.getResource("/golden/" + file).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(String file) {
        try {
            return JSON.readTree(path(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LanguageModel model(Torch torch, String name) {
        try (ModelFiles files = ModelFiles.open(path("models/" + name))) {
            return LanguageModel.load(torch, files);
        }
    }

    /// A copy of the model `base` in `folder` with another `config.json`.
    public static Path variant(Path folder, String base, Consumer<ObjectNode> change) {
        try {
            Path copy = Files.createTempDirectory(folder, base);
            for (File file : path("models/" + base).toFile().listFiles()) {
                Files.copy(file.toPath(), copy.resolve(file.getName()));
            }
            ObjectNode config = (ObjectNode) json("models/" + base + "/config.json");
            change.accept(config);
            Path written = copy.resolve("config.json");
            Files.deleteIfExists(written);
            JSON.writeValue(written.toFile(), config);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LanguageModel model(Torch torch, Path folder) {
        try (ModelFiles files = ModelFiles.open(folder)) {
            return LanguageModel.load(torch, files);
        }
    }

    /// The first row of `expect/NAME.json`, all of it but its first token as response.
    public static TokenSequence row(String name) {
        return new TokenSequence(
                ints(json("expect/" + name + ".json").path("rows").get(0)), 1);
    }

    /// log p of the response tokens of [#row].
    public static float[] scores(LanguageModel model, String name) {
        return new TokenScorer(model, 1000).score(List.of(row(name))).getFirst().logp();
    }

    /// The model `base` with the weights of a golden safetensors file.
    public static LanguageModel model(Torch torch, String base, String weights) {
        try (ModelFiles files = ModelFiles.open(path("models/" + base));
                WeightFile other = SafetensorsFile.open(path(weights))) {
            return LanguageModel.load(torch, files, other);
        }
    }

    public static float[] tensor(String file, String name) {
        try (WeightFile weights = SafetensorsFile.open(path(file))) {
            FloatBuffer values =
                    FloatBuffer.allocate((int) weights.weights().get(name).size());
            weights.read(name, values);
            return values.array();
        }
    }

    /// Rows `[{"ids": […], "prompt_length": n}]`.
    public static List<TokenSequence> sequences(JsonNode rows) {
        List<TokenSequence> sequences = new ArrayList<>();
        for (JsonNode row : rows) {
            sequences.add(new TokenSequence(
                    ints(row.path("ids")), row.path("prompt_length").asInt()));
        }
        return sequences;
    }

    public static int[] ints(JsonNode list) {
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asInt();
        }
        return values;
    }

    public static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asDouble();
        }
        return values;
    }
}
