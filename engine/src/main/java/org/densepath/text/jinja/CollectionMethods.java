package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;

/// The methods of dicts, lists and tuples that change nothing.
final class CollectionMethods {
    private CollectionMethods() {}

    static Object call(Dict dict, String name, Arguments arguments) {
        if (name.equals("get")) {
            Arguments.Bound bound = arguments.bind("get", "key", "default");
            return dict.get(bound.value("key"), bound.value("default", null));
        }
        if (!name.equals("fromkeys")) {
            arguments.bind(name);
        }
        return switch (name) {
            case "items" -> new DictView("dict_items", dict.items());
            case "keys" -> new DictView("dict_keys", dict.keys());
            case "values" -> new DictView("dict_values", dict.values());
            case "copy" -> dict;
            default -> throw new TemplateException("dict." + name + " is not for chat templates");
        };
    }

    static Object call(List<?> list, String name, Arguments arguments, Budget budget) {
        return switch (name) {
            case "copy" -> {
                arguments.bind(name);
                budget.spend(list.size());
                yield new ArrayList<Object>(list);
            }
            case "count" -> {
                Object value = arguments.bind(name, "value").value("value");
                yield list.stream()
                        .filter(item -> item == value || Values.equal(item, value, budget))
                        .count();
            }
            default -> index(list, arguments.bind(name, "value", "start", "stop"), budget);
        };
    }

    private static long index(List<?> list, Arguments.Bound bound, Budget budget) {
        Object value = bound.value("value");
        int start = bound.integer("start", 0);
        int stop = bound.integer("stop", list.size());
        int from = Math.max(0, start < 0 ? start + list.size() : start);
        int to = Math.min(list.size(), stop < 0 ? stop + list.size() : stop);
        for (int i = from; i < to; i++) {
            if (Values.equal(list.get(i), value, budget)) {
                return i;
            }
        }
        throw new TemplateException(Text.repr(value, budget) + " is not in list");
    }
}
