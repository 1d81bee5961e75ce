package org.densepath.text.jinja;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Java's values and JSON as a template's: whole numbers stay whole, keys keep their order.
final class Conversion {
    private Conversion() {}

    static Object of(Object value) {
        return switch (value) {
            case null -> null;
            case JsonNode json -> of(json);
            case Boolean b -> b;
            case CharSequence text -> text.toString();
            case BigInteger big -> Numbers.normal(big);
            case Double d -> d;
            case Float f -> f.doubleValue();
            case BigDecimal decimal -> decimal.doubleValue();
            case Number whole -> whole.longValue();
            case Map<?, ?> map -> {
                Dict dict = new Dict();
                map.forEach((key, element) -> dict.put(of(key), of(element)));
                yield dict;
            }
            case Iterable<?> elements -> {
                List<Object> list = new ArrayList<>();
                elements.forEach(element -> list.add(of(element)));
                yield list;
            }
            default -> throw new IllegalArgumentException("no value for a template: " + value.getClass());
        };
    }

    private static Object of(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                Dict dict = new Dict();
                json.properties().forEach(entry -> dict.put(entry.getKey(), of(entry.getValue())));
                yield dict;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                json.forEach(element -> list.add(of(element)));
                yield list;
            }
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER ->
                json.isIntegralNumber() ? Numbers.normal(json.bigIntegerValue()) : (Object) json.doubleValue();
            default -> null;
        };
    }
}
