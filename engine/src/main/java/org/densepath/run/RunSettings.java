package org.densepath.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.densepath.BadInputException;

/// The values of an `experiment.json` as text by key, in the file's order: `dpr.klCoefficient` is `0.1`. Read
/// without a check, so that a run of another version is told of too.
public record RunSettings(Map<String, String> values) {
    public static final RunSettings NONE = new RunSettings(Map.of());

    /// What stands for JSON's `null`: a setting that is off.
    public static final String OFF = "off";

    private static final int LONGEST_PLAIN = 9;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonParser.Feature.ALLOW_COMMENTS).build();

    public RunSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Throws [BadInputException] when `file` is no JSON object, [RunStorageException] when it cannot be read.
    public static RunSettings read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    "The file " + file.getFileName() + " is not JSON (line "
                            + e.getLocation().getLineNr() + "); restore it to see and repeat the settings.",
                    e);
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }

    /// Of an experiment's text. Throws [BadInputException] when it is no JSON object.
    public static RunSettings of(String experiment) {
        try {
            return parse(experiment);
        } catch (JsonProcessingException e) {
            throw new BadInputException("The experiment is not JSON.", e);
        }
    }

    private static RunSettings parse(String text) throws JsonProcessingException {
        if (!(JSON.readTree(text) instanceof ObjectNode object)) {
            throw new BadInputException(
                    "The file experiment.json holds no settings; restore it to see and repeat them.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", object, values);
        return new RunSettings(values);
    }

    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// The parts of a list: `arms`, `seeds`.
    public List<String> list(String key) {
        String text = values.getOrDefault(key, "");
        return text.isEmpty() ? List.of() : List.of(text.split(", "));
    }

    private static void flatten(String prefix, ObjectNode object, Map<String, String> values) {
        object.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            if (entry.getValue() instanceof ObjectNode inner) {
                flatten(key + ".", inner, values);
            } else {
                values.put(key, text(entry.getValue()));
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<JsonNode> parts = new ArrayList<>();
            value.forEach(parts::add);
            return parts.stream().map(RunSettings::text).collect(Collectors.joining(", "));
        }
        return value.isNull() ? OFF : value.isNumber() ? number(value.decimalValue()) : value.asText();
    }

    /// One text for one number: `1`, `1.0` and `1E0` are the same setting.
    private static String number(BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        String plain = shortest.toPlainString();
        return plain.length() <= LONGEST_PLAIN || shortest.scale() <= 0
                ? plain
                : shortest.toString().replace("E", "e");
    }
}
