package org.densepath.text.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a function, filter or test is called with.
record Arguments(List<Object> positional, Map<String, Object> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    static Arguments of(Object... positional) {
        return new Arguments(java.util.Arrays.asList(positional), Map.of());
    }

    /// Without the first `count` positional ones.
    Arguments from(int count) {
        return new Arguments(positional.subList(Math.min(count, positional.size()), positional.size()), named);
    }

    /// The values in the order of a function's parameter `names`. Throws [TemplateException] for too many or an
    /// unknown name.
    Bound bind(String function, String... names) {
        if (positional.size() > names.length) {
            throw new TemplateException(
                    function + "() takes at most " + names.length + " arguments (" + positional.size() + " given)");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < positional.size(); i++) {
            values.put(names[i], positional.get(i));
        }
        for (Map.Entry<String, Object> entry : named.entrySet()) {
            if (!List.of(names).contains(entry.getKey()) || values.containsKey(entry.getKey())) {
                throw new TemplateException(
                        function + "() got an unexpected keyword argument '" + entry.getKey() + "'");
            }
            values.put(entry.getKey(), entry.getValue());
        }
        return new Bound(function, values);
    }

    /// The arguments by name, read with a default or as what they must be.
    record Bound(String function, Map<String, Object> values) {
        boolean has(String name) {
            return values.containsKey(name);
        }

        /// Neither absent nor `None`.
        boolean given(String name) {
            return values.get(name) != null;
        }

        Object value(String name) {
            if (!has(name)) {
                throw new TemplateException(function + "() missing required argument '" + name + "'");
            }
            return values.get(name);
        }

        Object value(String name, Object otherwise) {
            return has(name) ? values.get(name) : otherwise;
        }

        String text(String name) {
            Object value = value(name);
            if (!Values.isText(value)) {
                throw new TemplateException(
                        function + "() argument '" + name + "' must be str, not " + Values.typeName(value));
            }
            return Values.text(value);
        }

        /// The text, or `otherwise` when absent or `None`.
        String text(String name, String otherwise) {
            return given(name) ? text(name) : otherwise;
        }

        /// A whole number, cut to what fits an `int`; `otherwise` when absent or `None`.
        int integer(String name, int otherwise) {
            if (!given(name)) {
                return otherwise;
            }
            Object value = value(name);
            if (value instanceof Undefined undefined) {
                throw undefined.error();
            }
            if (!Numbers.isInteger(value)) {
                throw new TemplateException(
                        "'" + Values.typeName(value) + "' object cannot be interpreted as an integer");
            }
            return Numbers.clamp(value);
        }

        boolean truth(String name, boolean otherwise) {
            return has(name) ? Values.truth(values.get(name)) : otherwise;
        }
    }
}
