package org.densepath.text.jinja;

import java.util.Set;

/// Every filter by its name: those of Jinja, with the `tojson` of transformers.
final class Filters {
    private static final Set<String> TEXT = Set.of(
            "capitalize",
            "center",
            "e",
            "escape",
            "forceescape",
            "format",
            "indent",
            "lower",
            "replace",
            "safe",
            "string",
            "striptags",
            "title",
            "tojson",
            "trim",
            "truncate",
            "upper",
            "urlencode",
            "wordcount");
    private static final Set<String> NUMBER = Set.of("abs", "float", "int", "round", "sum");
    private static final Set<String> ORDER = Set.of("dictsort", "groupby", "max", "min", "sort", "unique");
    private static final Set<String> SEQUENCE = Set.of(
            "attr",
            "batch",
            "count",
            "d",
            "default",
            "first",
            "items",
            "join",
            "last",
            "length",
            "list",
            "map",
            "reject",
            "rejectattr",
            "reverse",
            "select",
            "selectattr",
            "slice");

    private final Budget budget;
    private final Tests tests;

    Filters(Budget budget) {
        this.budget = budget;
        this.tests = new Tests(budget, this);
    }

    Budget budget() {
        return budget;
    }

    Tests tests() {
        return tests;
    }

    boolean has(Object name) {
        return name instanceof String
                && (TEXT.contains(name) || NUMBER.contains(name) || ORDER.contains(name) || SEQUENCE.contains(name));
    }

    /// `value | name(arguments)`
    Object apply(String name, Object value, Arguments arguments) {
        budget.spend(1);
        if (TEXT.contains(name)) {
            return TextFilters.apply(name, value, arguments, budget);
        }
        if (NUMBER.contains(name)) {
            return NumberFilters.apply(name, value, arguments, budget);
        }
        if (ORDER.contains(name)) {
            return OrderFilters.apply(name, value, arguments, budget);
        }
        if (SEQUENCE.contains(name)) {
            return SequenceFilters.apply(name, value, arguments, this);
        }
        throw new TemplateException("No filter named '" + name + "'.");
    }
}
