package org.densepath.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;

/// The golden Gemma 3 as a part of a model that also sees pictures, beside two weights of a vision part, one of
/// them spoilt.
public final class PictureModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PictureModel() {}

    /// With the names that published folders have.
    public static Path in(Path folder) {
        return in(folder, name -> "language_model." + name);
    }

    static Path in(Path folder, UnaryOperator<String> names) {
        try {
            Files.createDirectories(folder);
            JSON.writeValue(folder.resolve("config.json").toFile(), config());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        try (ModelFiles files = ModelFiles.open(Golden.path("models/gemma3"))) {
            files.weights().weights().forEach((weight, info) -> {
                shapes.put(names.apply(weight), info.shape());
                values.put(names.apply(weight), Golden.tensor("models/gemma3/model.safetensors", weight));
            });
        }
        for (String vision : List.of("vision_tower.embeddings.bias", "multi_modal_projector.mm_soft_emb_norm.weight")) {
            shapes.put(vision, new long[] {2});
            values.put(vision, new float[] {1, Float.NaN});
        }
        SafetensorsWriter.write(folder.resolve("model.safetensors"), WeightSource.of(shapes, values), StoredType.F32);
        return folder;
    }

    private static ObjectNode config() {
        ObjectNode text = (ObjectNode) Golden.json("models/gemma3/config.json");
        text.remove(List.of("architectures", "eos_token_id"));
        ObjectNode config = JSON.createObjectNode().put("model_type", "gemma3");
        config.putArray("architectures").add("Gemma3ForConditionalGeneration");
        config.putArray("eos_token_id").add(2).add(3);
        config.set("text_config", text);
        config.putObject("vision_config").put("model_type", "siglip_vision_model");
        return config;
    }
}
