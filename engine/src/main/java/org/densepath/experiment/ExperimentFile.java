package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;

/// Reads an experiment: the defaults, with a preset, a file and single `key=value` settings laid over them in
/// this order. A key that the defaults do not have is an error that names the nearest one they have.
public final class ExperimentFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();

    /// The presets that ship with the program.
    public static final List<String> PRESETS =
            List.of("demo", "paper-table", "reward-hacking", "smollm2-self-instruct");

    /// 1 and 1.0 are the same value.
    private static final Comparator<JsonNode> SAME_NUMBER =
            (a, b) -> a.equals(b) || a.isNumber() && b.isNumber() && a.asDouble() == b.asDouble() ? 0 : 1;

    private final ObjectNode settings;

    /// The defaults alone.
    public ExperimentFile() {
        this(resource("defaults"));
    }

    private ExperimentFile(ObjectNode settings) {
        this.settings = settings;
    }

    /// An experiment's values, to change some of them.
    public static ExperimentFile of(Experiment experiment) {
        return new ExperimentFile(JSON.valueToTree(experiment));
    }

    public ExperimentFile copy() {
        return new ExperimentFile(settings.deepCopy());
    }

    /// The value of a key such as `dpr.steps`, as it was asked for. Throws [BadInputException] for a key that the
    /// defaults do not have.
    public JsonNode value(String key) {
        JsonNode value = settings.at("/" + key.replace('.', '/'));
        if (value.isMissingNode()) {
            throw new BadInputException("the key '" + key + "' is not known.");
        }
        return value;
    }

    /// What is to be set on `base` to get this, as `key=value` each, in the order of [SettingSection].
    public List<String> changesFrom(ExperimentFile base) {
        return SettingSection.settingsOfAll().stream()
                .map(SettingDescription::key)
                .filter(key -> !value(key).equals(SAME_NUMBER, base.value(key)))
                .map(key -> key + "="
                        + (value(key).isTextual()
                                ? written(value(key).asText())
                                : value(key).toString()))
                .toList();
    }

    /// A text that would be read as JSON is written as JSON.
    private static String written(String text) {
        return parsed(text).isTextual()
                ? text
                : JSON.getNodeFactory().textNode(text).toString();
    }

    /// Lays a preset by name, or a file, over what is there.
    public ExperimentFile with(String presetOrFile) {
        if (PRESETS.contains(presetOrFile)) {
            lay(resource(presetOrFile), presetOrFile);
            return this;
        }
        Path file = Path.of(presetOrFile);
        if (!Files.isRegularFile(file)) {
            Optional<String> preset = presetOf(file);
            if (preset.isPresent()) {
                return with(preset.get());
            }
            throw new BadInputException(
                    "There is no experiment file " + file + "; the presets are " + String.join(", ", PRESETS) + ".");
        }
        try {
            JsonNode tree = JSON.readTree(file.toFile());
            if (!(tree instanceof ObjectNode object)) {
                throw new BadInputException(file + " is no experiment: expected a JSON object.");
            }
            lay(object, file.toString());
            return this;
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    file + ", line " + e.getLocation().getLineNr() + ": not JSON (" + e.getOriginalMessage() + ").", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// `presets/paper-table.json` is the built-in preset of that name, where no such file lies there.
    private static Optional<String> presetOf(Path file) {
        return PRESETS.stream()
                .filter(preset -> file.equals(Path.of("presets", preset + ".json")))
                .findFirst();
    }

    /// Sets one value: `dpr.klCoefficient=0.1`. The value is JSON, or plain text.
    public ExperimentFile set(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new BadInputException("--set " + assignment + ": expected key=value, for example dpr.steps=20.");
        }
        return set(assignment.substring(0, equals), parsed(assignment.substring(equals + 1)));
    }

    /// Sets one value.
    public ExperimentFile set(String key, JsonNode value) {
        String[] path = key.split("\\.");
        ObjectNode patch = JSON.createObjectNode();
        ObjectNode at = patch;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.putObject(path[i]);
        }
        at.set(path[path.length - 1], value);
        lay(patch, "--set");
        return this;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text).isMissingNode() ? JSON.getNodeFactory().textNode(text) : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    private void lay(ObjectNode over, String from) {
        merge(settings, over, "", from);
    }

    private static void merge(ObjectNode base, ObjectNode over, String prefix, String from) {
        for (Map.Entry<String, JsonNode> entry : over.properties()) {
            String key = prefix + entry.getKey();
            JsonNode known = base.get(entry.getKey());
            if (known == null) {
                String whole = firstSetting(key, entry.getValue());
                throw new BadInputException(from + ": the key '" + whole + "' is not known; the nearest is '"
                        + Nearest.key(whole, SettingSection.keys()) + "'.");
            }
            if (known instanceof ObjectNode inner) {
                if (!(entry.getValue() instanceof ObjectNode object)) {
                    throw new BadInputException(from + ": '" + key + "' is a group of settings, not a value.");
                }
                merge(inner, object, key + ".", from);
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        }
    }

    /// The first key at or below one that is not known: where a group is misspelt, what was set in it.
    private static String firstSetting(String key, JsonNode value) {
        return value.isObject() && !value.isEmpty()
                ? firstSetting(
                        key + "." + value.fieldNames().next(), value.iterator().next())
                : key;
    }

    /// The experiment. Throws [BadInputException] that names the key of a value that is not possible.
    public Experiment read() {
        for (SettingDescription setting : SettingSection.settingsOfAll()) {
            setting.problem(value(setting.key())).ifPresent(sentence -> {
                throw new BadSettingException(setting.key(), sentence);
            });
        }
        try {
            Experiment experiment = JSON.treeToValue(settings, Experiment.class);
            Arm.of(experiment);
            return experiment;
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof BadInputException bad) {
                throw bad;
            }
            StringBuilder key = new StringBuilder();
            for (JsonMappingException.Reference r : e.getPath()) {
                key.append(key.isEmpty() || r.getFieldName() == null ? "" : ".")
                        .append(r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName());
            }
            throw new BadInputException(
                    "experiment: the value of '" + key + "' is not possible: "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .replaceFirst(".*(not one of the values accepted).*: ", "expected one of ")
                                    .toLowerCase(Locale.ROOT)
                            + ".",
                    e);
        } catch (JsonProcessingException e) {
            throw new BadInputException("experiment: " + e.getOriginalMessage() + ".", e);
        }
    }

    /// The experiment as JSON, every value written out.
    public static String text(Experiment experiment) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(experiment) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode resource(String name) {
        try (InputStream in = ExperimentFile.class.getResourceAsStream(name + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
