package org.densepath.text.jinja;

import java.util.List;
import java.util.Set;

/// `owner.name` and `owner[key]` as Jinja's immutable sandbox has them: the dot looks for an attribute first, the
/// bracket for an element; what would change a value is undefined; what is not there is undefined.
final class Attributes {
    private static final Set<String> DICT = Set.of("copy", "fromkeys", "get", "items", "keys", "values");
    private static final Set<String> CHANGES_DICT = Set.of("clear", "pop", "popitem", "setdefault", "update");
    private static final Set<String> LIST = Set.of("copy", "count", "index");
    private static final Set<String> CHANGES_LIST =
            Set.of("append", "clear", "pop", "reverse", "insert", "sort", "extend", "remove");
    private static final Set<String> TUPLE = Set.of("count", "index");

    private Attributes() {}

    static Object attribute(Object owner, String name, Budget budget) {
        Object found = found(owner, name, budget);
        if (found != Scope.MISSING) {
            return found;
        }
        if (owner instanceof Dict dict && dict.has(name)) {
            return dict.get(name, null);
        }
        return Undefined.attribute(owner, name);
    }

    /// The attribute alone, never an element: what the filter `attr` gives.
    static Object ownAttribute(Object owner, String name, Budget budget) {
        Object found = found(owner, name, budget);
        return found == Scope.MISSING ? Undefined.attribute(owner, name) : found;
    }

    static Object item(Object owner, Object key, Budget budget) {
        if (owner instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (owner instanceof Dict dict && isHashable(key) && dict.has(key)) {
            return dict.get(key, null);
        }
        if (Numbers.isInteger(key)) {
            return element(owner, Numbers.clamp(key), key, budget);
        }
        Object found = Values.isText(key) ? found(owner, Values.text(key), budget) : Scope.MISSING;
        return found == Scope.MISSING ? Undefined.attribute(owner, key) : found;
    }

    private static boolean isHashable(Object key) {
        return !(key instanceof List<?>) && !(key instanceof Dict) && !(key instanceof Tuple);
    }

    private static Object element(Object owner, int index, Object key, Budget budget) {
        int length = owner instanceof Dict || owner instanceof DictView || owner instanceof LoopState
                ? -1
                : Sequences.length(owner);
        int at = index < 0 ? index + length : index;
        if (length < 0 || at < 0 || at >= length) {
            return Undefined.attribute(owner, key);
        }
        return switch (owner) {
            case List<?> list -> list.get(at);
            case Tuple tuple -> tuple.items().get(at);
            case Range range -> range.get(at);
            default -> {
                String text = Values.text(owner);
                budget.spendOnText(text.length());
                yield Markup.like(owner, Characters.between(text, at, at + 1));
            }
        };
    }

    /// The attribute that the value has by its type, or [Scope#MISSING].
    private static Object found(Object owner, String name, Budget budget) {
        if (owner instanceof Undefined undefined) {
            throw undefined.error();
        }
        Object value =
                switch (owner) {
                    case null -> Scope.MISSING;
                    case Dict dict -> method(owner, name, DICT, CHANGES_DICT, budget);
                    case List<?> list -> method(owner, name, LIST, CHANGES_LIST, budget);
                    case Tuple tuple -> method(owner, name, TUPLE, Set.of(), budget);
                    case String s -> method(owner, name, StringMethods.NAMES, Set.of(), budget);
                    case Markup markup -> method(owner, name, StringMethods.NAMES, Set.of(), budget);
                    case Namespace namespace -> namespace.attributes().get(name, Scope.MISSING);
                    case LoopState loop -> loop.attribute(name, budget);
                    case Range range ->
                        switch (name) {
                            case "start" -> range.start();
                            case "stop" -> range.stop();
                            case "step" -> range.step();
                            default -> Scope.MISSING;
                        };
                    case Macro macro -> name.equals("name") ? macro.name() : Scope.MISSING;
                    default -> Scope.MISSING;
                };
        return value != Scope.MISSING && name.startsWith("_") ? Undefined.unsafe(owner, name) : value;
    }

    private static Object method(Object owner, String name, Set<String> safe, Set<String> unsafe, Budget budget) {
        if (unsafe.contains(name)) {
            return Undefined.unsafe(owner, name);
        }
        if (!safe.contains(name)) {
            return Scope.MISSING;
        }
        return (Function) arguments -> switch (owner) {
            case Dict dict -> CollectionMethods.call(dict, name, arguments);
            case List<?> list -> CollectionMethods.call(list, name, arguments, budget);
            case Tuple tuple -> CollectionMethods.call(tuple.items(), name, arguments, budget);
            default -> StringMethods.call(owner, name, arguments, budget);
        };
    }
}
