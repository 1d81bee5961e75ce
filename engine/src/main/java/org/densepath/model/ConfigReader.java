package org.densepath.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;

/// Typed reading of `config.json` with errors that name the key.
record ConfigReader(JsonNode config) {
    /// The same with values for the keys that are missing.
    ConfigReader otherwise(Map<String, Number> usual) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        usual.forEach((key, value) -> filled.put(key, value.intValue()));
        config.properties().forEach(e -> {
            if (!e.getValue().isNull() || !usual.containsKey(e.getKey())) {
                filled.set(e.getKey(), e.getValue());
            }
        });
        return new ConfigReader(filled);
    }

    /// Whether the key is missing or null.
    boolean isNull(String key) {
        return !config.hasNonNull(key);
    }

    int positive(String key) {
        if (isNull(key)) {
            throw new BadInputException("config.json: the key '" + key + "' is missing.");
        }
        return integer(key, 1);
    }

    int positive(String key, int otherwise) {
        return isNull(key) ? otherwise : integer(key, 1);
    }

    /// A whole number, 0 or more.
    int count(String key, int otherwise) {
        return isNull(key) ? otherwise : integer(key, 0);
    }

    private int integer(String key, int least) {
        JsonNode value = config.path(key);
        if (!value.canConvertToInt() || value.asInt() < least) {
            throw new BadInputException("config.json: '" + key + "' is " + value + ", expected a "
                    + (least == 1 ? "positive integer." : "whole number from 0."));
        }
        return value.asInt();
    }

    double number(String key) {
        JsonNode value = config.path(key);
        if (!value.isNumber()) {
            throw new BadInputException("config.json: '" + key + "' is missing or no number.");
        }
        return value.asDouble();
    }

    double number(String key, double otherwise) {
        return isNull(key) ? otherwise : number(key);
    }

    double positiveNumber(String key) {
        double value = number(key);
        require(value > 0, "'" + key + "' is " + value + ", expected a number above 0");
        return value;
    }

    boolean flag(String key, boolean otherwise) {
        return config.path(key).asBoolean(otherwise);
    }

    String text(String key, String otherwise) {
        return isNull(key) ? otherwise : config.path(key).asText();
    }

    JsonNode object(String key) {
        JsonNode value = config.path(key);
        return value.isObject() ? value : MissingNode.getInstance();
    }

    /// `head_dim`, or hidden size / heads.
    int headDimension() {
        return positive("head_dim", Math.max(1, positive("hidden_size") / positive("num_attention_heads")));
    }

    /// For each layer whether `layer_types` gives it a sliding window; empty where the file has no such list.
    Optional<List<Boolean>> slidingLayers(int layers) {
        if (isNull("layer_types")) {
            return Optional.empty();
        }
        List<Boolean> slides = new ArrayList<>();
        for (JsonNode type : config.path("layer_types")) {
            boolean sliding = type.asText().equals("sliding_attention");
            require(
                    sliding || type.asText().equals("full_attention"),
                    "layer_types holds " + type + ", expected full_attention or sliding_attention");
            slides.add(sliding);
        }
        require(slides.size() == layers, "layer_types has " + slides.size() + " entries for " + layers + " layers");
        return Optional.of(slides);
    }

    void requireText(String key, String expected, String modelType) {
        require(text(key, expected).equals(expected), key + " must be " + expected + " for a " + modelType);
    }

    /// The flag must be absent or false.
    void requireWithout(String key, String modelType) {
        require(!flag(key, false), key + " is not supported for a " + modelType);
    }

    void require(boolean holds, String sentence) {
        if (!holds) {
            throw new BadInputException("config.json: " + sentence + ".");
        }
    }
}
