package org.densepath.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.densepath.BadInputException;

/// Typed reading of `config.json` with errors that name the key.
record ConfigReader(JsonNode config) {
    int positive(String key) {
        JsonNode value = config.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadInputException("config.json: the key '" + key + "' is missing.");
        }
        return integer(key, value);
    }

    int positive(String key, int otherwise) {
        JsonNode value = config.path(key);
        return value.isMissingNode() || value.isNull() ? otherwise : integer(key, value);
    }

    private static int integer(String key, JsonNode value) {
        if (!value.canConvertToInt() || value.asInt() < 1) {
            throw new BadInputException("config.json: '" + key + "' is " + value + ", expected a positive integer.");
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
        return config.hasNonNull(key) ? number(key) : otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        return config.path(key).asBoolean(otherwise);
    }

    String text(String key, String otherwise) {
        return config.hasNonNull(key) ? config.path(key).asText() : otherwise;
    }

    JsonNode object(String key) {
        JsonNode value = config.path(key);
        return value.isObject() ? value : MissingNode.getInstance();
    }

    void require(boolean holds, String sentence) {
        if (!holds) {
            throw new BadInputException("config.json: " + sentence + ".");
        }
    }
}
