package org.densepath.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.densepath.BadInputException;

/// A GGUF file's keys and values. Whole numbers are `Long`, fractions `Double` (float32 widened), lists
/// [GgufArray].
final class GgufMetadata {
    /// Files have some dozens; the limit keeps a damaged count from building a large map.
    private static final int MAX_KEYS = 10_000;

    private final String file;
    private final Map<String, Object> values;

    private GgufMetadata(String file, Map<String, Object> values) {
        this.file = file;
        this.values = values;
    }

    static GgufMetadata read(GgufCursor at, long count) {
        if (count < 0 || count > MAX_KEYS) {
            throw at.bad("it says it has " + Long.toUnsignedString(count) + " metadata keys");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            String key = at.text("the name of metadata key " + i);
            Object value = GgufValue.read(at, at.int32("the type of '" + key + "'"), key);
            if (values.put(key, value) != null) {
                throw at.bad("the metadata key '" + key + "' is there twice");
            }
        }
        return new GgufMetadata(at.file(), values);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isList(String key) {
        return values.get(key) instanceof GgufArray;
    }

    /// All keys, in file order.
    Map<String, Object> values() {
        return values;
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(as(String.class, key, "text"));
    }

    Optional<Boolean> flag(String key) {
        return Optional.ofNullable(as(Boolean.class, key, "true or false"));
    }

    /// A whole number from 0 to 2^31 − 1; of a list with one value per layer that value, if all are the same.
    OptionalLong count(String key) {
        Object value = values.get(key);
        if (value instanceof GgufArray perLayer && perLayer.size() <= MAX_KEYS) {
            List<Object> distinct = perLayer.values().stream().distinct().toList();
            value = distinct.size() == 1 ? distinct.getFirst() : value;
        }
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return OptionalLong.of(number);
        }
        throw wrong(key, "one whole number from 0 to " + Integer.MAX_VALUE);
    }

    /// Throws [BadInputException] when the key is missing.
    long requiredCount(String key) {
        return count(key)
                .orElseThrow(() -> new BadInputException(
                        file + " lacks the metadata key '" + key + "', without which the model cannot be built."));
    }

    OptionalDouble number(String key) {
        return switch (values.get(key)) {
            case null -> OptionalDouble.empty();
            case Double d -> OptionalDouble.of(d);
            case Long l -> OptionalDouble.of(l);
            default -> throw wrong(key, "a number");
        };
    }

    Optional<GgufArray> list(String key) {
        return Optional.ofNullable(as(GgufArray.class, key, "a list"));
    }

    private <T> T as(Class<T> type, String key, String expected) {
        Object value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            throw wrong(key, expected);
        }
        return type.cast(value);
    }

    private BadInputException wrong(String key, String expected) {
        return new BadInputException(file + ": the metadata key '" + key + "' should be " + expected + ".");
    }
}
