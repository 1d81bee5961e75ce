package org.densepath.text.jinja;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every test by its name: `value is name(arguments)`.
final class Tests {
    private static final Map<String, String> COMPARISONS = Map.ofEntries(
            Map.entry("==", "=="),
            Map.entry("eq", "=="),
            Map.entry("equalto", "=="),
            Map.entry("!=", "!="),
            Map.entry("ne", "!="),
            Map.entry(">", ">"),
            Map.entry("gt", ">"),
            Map.entry("greaterthan", ">"),
            Map.entry(">=", ">="),
            Map.entry("ge", ">="),
            Map.entry("<", "<"),
            Map.entry("lt", "<"),
            Map.entry("lessthan", "<"),
            Map.entry("<=", "<="),
            Map.entry("le", "<="),
            Map.entry("in", "in"));
    private static final Set<String> ALONE = Set.of(
            "odd",
            "even",
            "defined",
            "undefined",
            "filter",
            "test",
            "none",
            "boolean",
            "false",
            "true",
            "integer",
            "float",
            "lower",
            "upper",
            "string",
            "mapping",
            "number",
            "sequence",
            "iterable",
            "callable",
            "escaped");

    private final Operators operators;
    private final Budget budget;
    private final Filters filters;

    Tests(Budget budget, Filters filters) {
        this.budget = budget;
        this.filters = filters;
        this.operators = new Operators(budget);
    }

    boolean holds(String name, Object value, Arguments arguments) {
        budget.spend(1);
        if (COMPARISONS.containsKey(name)) {
            return operators.compare(
                    COMPARISONS.get(name), value, arguments.bind(name, "other").value("other"));
        }
        if (name.equals("divisibleby")) {
            return isRest(value, arguments.bind(name, "num").value("num"), 0);
        }
        if (name.equals("sameas")) {
            Object other = arguments.bind(name, "other").value("other");
            return value == other || (value != null && isSmall(value) && value.equals(other));
        }
        if (!ALONE.contains(name)) {
            throw new TemplateException("No test named '" + name + "'.");
        }
        arguments.bind(name);
        return holds(name, value);
    }

    private boolean holds(String name, Object value) {
        return switch (name) {
            case "defined" -> !(value instanceof Undefined);
            case "undefined" -> value instanceof Undefined;
            case "none" -> value == null;
            case "true" -> Boolean.TRUE.equals(value);
            case "false" -> Boolean.FALSE.equals(value);
            case "boolean" -> value instanceof Boolean;
            case "integer" -> Numbers.isInteger(value) && !(value instanceof Boolean);
            case "float" -> value instanceof Double;
            case "number" -> Numbers.isNumber(value);
            case "string" -> Values.isText(value);
            case "mapping" -> value instanceof Dict;
            case "iterable" -> Sequences.isIterable(value);
            case "sequence" ->
                Values.isText(value)
                        || value instanceof List<?>
                        || value instanceof Tuple
                        || value instanceof Dict
                        || value instanceof Range
                        || value instanceof Undefined;
            case "callable" -> value instanceof Function || value instanceof Undefined;
            case "escaped" -> value instanceof Markup;
            case "odd" -> isRest(value, 2L, 1);
            case "even" -> isRest(value, 2L, 0);
            case "lower" -> Letters.is(Text.str(value, budget), "islower");
            case "upper" -> Letters.is(Text.str(value, budget), "isupper");
            case "filter" -> filters.has(value);
            default ->
                value instanceof String test
                        && (ALONE.contains(test)
                                || COMPARISONS.containsKey(test)
                                || Set.of("divisibleby", "sameas").contains(test));
        };
    }

    private boolean isRest(Object value, Object divisor, long rest) {
        return Values.equal(operators.binary("%", value, divisor), rest, budget);
    }

    /// What Python keeps one object of, so that `is` holds between equal ones.
    private static boolean isSmall(Object value) {
        return value instanceof Boolean || value instanceof String || (value instanceof Long l && l >= -5 && l <= 256);
    }
}
