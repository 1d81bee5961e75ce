package org.densepath.text.jinja;

import java.util.List;

/// Python's values in Java: `None` is null, `bool` Boolean, `int` Long or BigInteger, `float` Double, `str`
/// String (or [Markup]), `list` List; and [Tuple], [Dict], [Range], [DictView], [Generator], [Namespace],
/// [Undefined], [Function].
final class Values {
    private Values() {}

    static boolean isText(Object value) {
        return value instanceof String || value instanceof Markup;
    }

    /// The characters of a value that is text.
    static String text(Object value) {
        return value instanceof Markup markup ? markup.text() : (String) value;
    }

    static boolean truth(Object value) {
        return switch (value) {
            case null -> false;
            case Undefined u -> false;
            case Boolean b -> b;
            case Long l -> l != 0;
            case Double d -> d != 0;
            case String s -> !s.isEmpty();
            case Markup markup -> !markup.text().isEmpty();
            case List<?> list -> !list.isEmpty();
            case Tuple tuple -> !tuple.items().isEmpty();
            case Dict dict -> dict.size() > 0;
            case Range range -> range.length() > 0;
            case DictView view -> !view.elements().isEmpty();
            default -> true;
        };
    }

    static String typeName(Object value) {
        return switch (value) {
            case null -> "NoneType";
            case Undefined u -> "Undefined";
            case Boolean b -> "bool";
            case Double d -> "float";
            case Number n -> "int";
            case String s -> "str";
            case Markup m -> "Markup";
            case List<?> l -> "list";
            case Tuple t -> "tuple";
            case Dict d -> "dict";
            case Range r -> "range";
            case DictView view -> view.kind();
            case Generator g -> "generator";
            case Namespace n -> "Namespace";
            case Macro m -> "Macro";
            case LoopState l -> "LoopContext";
            default -> "builtin_function_or_method";
        };
    }

    /// Python's `==`.
    static boolean equal(Object a, Object b, Budget budget) {
        budget.spend(1);
        if (a == b) {
            return !(a instanceof Double d) || !d.isNaN();
        }
        return switch (a) {
            case null -> false;
            case Undefined u -> b instanceof Undefined;
            case Boolean x when Numbers.isNumber(b) -> Numbers.compare(a, b) == 0;
            case Number x
            when Numbers.isNumber(b) -> !Numbers.isNaN(a) && !Numbers.isNaN(b) && Numbers.compare(a, b) == 0;
            case String s when isText(b) -> equalText(s, text(b), budget);
            case Markup m when isText(b) -> equalText(m.text(), text(b), budget);
            case List<?> x when b instanceof List<?> y -> equalItems(x, y, budget);
            case Tuple x when b instanceof Tuple y -> equalItems(x.items(), y.items(), budget);
            case Dict x when b instanceof Dict y -> equalDicts(x, y, budget);
            case Range x
            when b instanceof Range y ->
                x.length() == y.length()
                        && (x.length() == 0 || (x.start() == y.start() && (x.length() == 1 || x.step() == y.step())));
            case DictView x
            when b instanceof DictView y
                    && x.kind().equals(y.kind())
                    && !x.kind().equals("dict_values") -> equalItems(x.elements(), y.elements(), budget);
            default -> false;
        };
    }

    private static boolean equalText(String a, String b, Budget budget) {
        if (a.length() != b.length()) {
            return false;
        }
        budget.spendOnText(a.length());
        return a.equals(b);
    }

    private static boolean equalItems(List<?> a, List<?> b, Budget budget) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i) && !equal(a.get(i), b.get(i), budget)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalDicts(Dict a, Dict b, Budget budget) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Object key : a.keys()) {
            if (!b.has(key) || !equal(a.get(key, null), b.get(key, null), budget)) {
                return false;
            }
        }
        return true;
    }

    /// Python's `<` as a comparator's result; `operator` is for the message when the two have no order.
    static int compare(Object a, Object b, String operator, Budget budget) {
        budget.spend(1);
        if (a instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (b instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
            return Numbers.compare(a, b);
        }
        if (isText(a) && isText(b)) {
            budget.spendOnText(Math.min(text(a).length(), text(b).length()));
            return Characters.compare(text(a), text(b));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return compareItems(x, y, operator, budget);
        }
        if (a instanceof Tuple x && b instanceof Tuple y) {
            return compareItems(x.items(), y.items(), operator, budget);
        }
        throw new TemplateException("'" + operator + "' not supported between instances of '" + typeName(a) + "' and '"
                + typeName(b) + "'");
    }

    private static int compareItems(List<?> a, List<?> b, String operator, Budget budget) {
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            if (!equal(a.get(i), b.get(i), budget)) {
                return compare(a.get(i), b.get(i), operator, budget);
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
