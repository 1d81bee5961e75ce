package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What one key of an experiment means and which values it takes. `unit` is empty where the value has none.
/// `source` says where it comes from: the paper, or a choice of ours. `often`: a person sets it often.
/// `optional`: it may be empty. `zero`: what 0 stands for, where that is special. Of `least`, `above`, `most` and
/// `below` those are set that bound it.
public record SettingDescription(
        String key,
        String label,
        Kind kind,
        String unit,
        boolean often,
        List<String> choices,
        boolean optional,
        Double least,
        Double above,
        Double most,
        Double below,
        String zero,
        String empty,
        String meaning,
        String source) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER = new ObjectMapper();

    /// How a value is written.
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        SWITCH,
        CHOICE,
        /// some of the choices
        CHOICES,
        NUMBERS,
        WHOLES,
        /// a list of [OwnArm], as JSON
        ARMS,
        /// a folder or file that holds a model
        MODEL,
        /// a file of demonstrations or prompts
        FILE;

        boolean isList() {
            return this == CHOICES || this == NUMBERS || this == WHOLES;
        }
    }

    public SettingDescription {
        unit = unit == null ? "" : unit;
        zero = zero == null ? "" : zero;
        empty = empty == null ? "" : empty;
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /// A value as a person writes it in a field; a list's values are parted by commas.
    public String text(JsonNode value) {
        if (kind == Kind.ARMS) {
            return value.isEmpty() ? "" : value.toString();
        }
        if (value instanceof ArrayNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(this::text)
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() ? "" : value.isDouble() ? plain(value.asDouble()) : value.asText();
    }

    /// What a person wrote, as a value. What cannot be read as one stays text, of which [#problem] then speaks.
    public JsonNode value(String text) {
        String stripped = text.strip();
        if (kind.isList()) {
            ArrayNode list = JSON.arrayNode();
            for (String part : stripped.replaceAll("[\\[\\]]", "").split("[,;\\s]+")) {
                if (!part.isEmpty()) {
                    list.add(kind == Kind.CHOICES ? JSON.textNode(part) : number(part));
                }
            }
            return list;
        }
        return switch (kind) {
            case WHOLE, NUMBER -> stripped.isEmpty() && optional ? JSON.nullNode() : number(stripped);
            case SWITCH -> JSON.booleanNode(stripped.equals("true"));
            case ARMS -> arms(stripped);
            default -> JSON.textNode(stripped);
        };
    }

    private static JsonNode arms(String text) {
        try {
            return text.isEmpty() ? JSON.arrayNode() : READER.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.textNode(text);
        }
    }

    private static JsonNode number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean whole = text.matches("[+-]?\\d{1,9}");
            return whole ? JSON.numberNode(number.intValueExact()) : JSON.numberNode(number.doubleValue());
        } catch (NumberFormatException e) {
            return JSON.textNode(text);
        }
    }

    /// Why this value is not possible, as the rest of a sentence that begins with the key (`must be above 0`).
    public Optional<String> problem(JsonNode value) {
        if (value.isNull()) {
            return optional ? Optional.empty() : Optional.of("must not be empty");
        }
        if (kind.isList()) {
            return value instanceof ArrayNode list
                    ? StreamSupport.stream(list.spliterator(), false)
                            .flatMap(v -> single(v).stream())
                            .findFirst()
                    : Optional.of("must be a list");
        }
        return single(value);
    }

    private Optional<String> single(JsonNode value) {
        return switch (kind) {
            case WHOLE, WHOLES -> value.isInt() ? outside(value) : no("must be a whole number", value);
            case NUMBER, NUMBERS -> value.isNumber() ? outside(value) : no("must be a number", value);
            case ARMS -> OwnArm.areIn(value) ? Optional.empty() : no("must be a list of {name, like, set}", value);
            case SWITCH -> value.isBoolean() ? Optional.empty() : no("must be true or false", value);
            case CHOICE, CHOICES ->
                choices.stream().anyMatch(choice -> chosen(choice, value.asText()))
                        ? Optional.empty()
                        : no("must be one of " + String.join(", ", choices), value);
            case TEXT, MODEL, FILE -> value.isValueNode() ? Optional.empty() : no("must be a text", value);
        };
    }

    /// Names of choices are case-insensitive where they become constants of the program.
    private boolean chosen(String choice, String value) {
        boolean exact = kind == Kind.CHOICES || choice.contains("-");
        return exact ? choice.equals(value) : choice.equalsIgnoreCase(value);
    }

    private Optional<String> outside(JsonNode value) {
        double v = value.asDouble();
        if (!Double.isFinite(v)) {
            return Optional.of("must be a finite number, not " + value.asText());
        }
        boolean inside = (least == null || v >= least)
                && (above == null || v > above)
                && (most == null || v <= most)
                && (below == null || v < below);
        return inside ? Optional.empty() : no("must " + range(), value);
    }

    /// The range in words: `lie between 0 and 1`, `be above 0`; empty where every number will do.
    public String range() {
        String low = least != null ? plain(least) + " or more" : above != null ? "above " + plain(above) : "";
        String high = most != null ? "at most " + plain(most) : below != null ? "below " + plain(below) : "";
        if (least != null && most != null) {
            return "lie between " + plain(least) + " and " + plain(most);
        }
        return low.isEmpty() && high.isEmpty()
                ? ""
                : "be " + low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
    }

    /// `0.95`, `5e-5`.
    private static String plain(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        boolean small = number != 0 && Math.abs(number) < 1e-3 || Math.abs(number) >= 1e7;
        return small ? exact.unscaledValue() + "e" + -exact.scale() : exact.toPlainString();
    }

    private static Optional<String> no(String rule, JsonNode value) {
        String given = value.isDouble() ? plain(value.asDouble()) : value.asText();
        return Optional.of(rule + (given.isEmpty() ? "" : ", not " + (value.isNumber() ? given : "'" + given + "'")));
    }
}
