package org.densepath.text.jinja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Python's dict: insertion order, and `1`, `1.0` and `true` are one key, which keeps its first spelling. Never
/// changed once a template can see it.
final class Dict {
    private record Slot(Object key, Object value) {}

    /// Stands for `None` among keys.
    private enum None {
        NONE
    }

    private final Map<Object, Slot> slots = new LinkedHashMap<>();

    Dict put(Object key, Object value) {
        Object canonical = canonical(key);
        Slot before = slots.get(canonical);
        slots.put(canonical, new Slot(before == null ? key : before.key(), value));
        return this;
    }

    boolean has(Object key) {
        return slots.containsKey(canonical(key));
    }

    /// The value, or `otherwise`.
    Object get(Object key, Object otherwise) {
        Slot slot = slots.get(canonical(key));
        return slot == null ? otherwise : slot.value();
    }

    int size() {
        return slots.size();
    }

    List<Object> keys() {
        return new ArrayList<>(slots.values().stream().map(Slot::key).toList());
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Slot slot : slots.values()) {
            values.add(slot.value());
        }
        return values;
    }

    /// (key, value) pairs.
    List<Object> items() {
        List<Object> items = new ArrayList<>();
        for (Slot slot : slots.values()) {
            items.add(Tuple.of(slot.key(), slot.value()));
        }
        return items;
    }

    /// A stand-in with Java's `equals` for what Python holds equal. Throws [TemplateException] for a list or a
    /// dict.
    static Object canonical(Object key) {
        return canonical(key, new int[] {10_000});
    }

    private static Object canonical(Object key, int[] left) {
        if (--left[0] < 0) {
            throw new TemplateException("a key is too large");
        }
        return switch (key) {
            case null -> None.NONE;
            case Boolean b -> b ? 1L : 0L;
            case Double d
            when d == Math.rint(d) && !Double.isInfinite(d) ->
                Numbers.normal(new java.math.BigDecimal(d).toBigInteger());
            case Markup markup -> markup.text();
            case Tuple tuple -> {
                List<Object> items = new ArrayList<>();
                tuple.items().forEach(item -> items.add(canonical(item, left)));
                yield items;
            }
            case Undefined u -> Undefined.class;
            case Collection<?> list -> throw new TemplateException("unhashable type: 'list'");
            case Dict dict -> throw new TemplateException("unhashable type: 'dict'");
            case BigInteger big -> big;
            default -> key;
        };
    }
}
