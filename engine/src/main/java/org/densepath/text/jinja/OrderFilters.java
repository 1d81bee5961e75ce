package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// The filters that compare elements; letters' case does not count unless `case_sensitive`.
final class OrderFilters {
    private OrderFilters() {}

    static Object apply(String name, Object value, Arguments arguments, Budget budget) {
        return switch (name) {
            case "sort" -> sort(value, arguments.bind(name, "reverse", "case_sensitive", "attribute"), budget);
            case "unique" -> unique(value, arguments.bind(name, "case_sensitive", "attribute"), budget);
            case "dictsort" -> sortDict(value, arguments.bind(name, "case_sensitive", "by", "reverse"), budget);
            case "groupby" -> group(value, arguments.bind(name, "attribute", "default", "case_sensitive"), budget);
            default -> extreme(name, value, arguments.bind(name, "case_sensitive", "attribute"), budget);
        };
    }

    private record Keyed(Object key, Object value) {}

    private static Object key(Object value, Arguments.Bound bound) {
        return Values.isText(value) && !bound.truth("case_sensitive", false)
                ? StringMethods.lower(Values.text(value))
                : value;
    }

    private static List<Object> sorted(List<Keyed> keyed, boolean reverse, Budget budget) {
        Comparator<Keyed> order = (a, b) -> Values.compare(a.key(), b.key(), "<", budget);
        try {
            keyed.sort(reverse ? order.reversed() : order);
        } catch (IllegalArgumentException inconsistent) {
            throw new TemplateException("the elements have no order");
        }
        List<Object> values = new ArrayList<>();
        keyed.forEach(each -> values.add(each.value()));
        return values;
    }

    private static List<Object> sort(Object value, Arguments.Bound bound, Budget budget) {
        List<AttributePath> paths = new ArrayList<>();
        Object attribute = bound.value("attribute", null);
        if (Values.isText(attribute)) {
            for (String part : Values.text(attribute).split(",", -1)) {
                paths.add(AttributePath.of(part));
            }
        } else {
            paths.add(AttributePath.of(attribute));
        }
        List<Keyed> keyed = new ArrayList<>();
        for (Object element : Sequences.list(value, budget)) {
            List<Object> key = new ArrayList<>();
            paths.forEach(path -> key.add(key(path.get(element, budget), bound)));
            keyed.add(new Keyed(key, element));
        }
        return sorted(keyed, bound.truth("reverse", false), budget);
    }

    private static Generator unique(Object value, Arguments.Bound bound, Budget budget) {
        AttributePath path = AttributePath.of(bound.value("attribute", null));
        Set<Object> seen = new HashSet<>();
        return new Generator(new LazyFilter(
                Sequences.iterate(value, budget),
                element -> seen.add(Dict.canonical(key(path.get(element, budget), bound)))));
    }

    private static List<Object> sortDict(Object value, Arguments.Bound bound, Budget budget) {
        String by = bound.text("by", "key");
        if (!by.equals("key") && !by.equals("value")) {
            throw new TemplateException("You can only sort by either \"key\" or \"value\"");
        }
        if (!(value instanceof Dict dict)) {
            throw value instanceof Undefined undefined
                    ? undefined.error()
                    : new TemplateException("'" + Values.typeName(value) + "' object has no attribute 'items'");
        }
        List<Keyed> keyed = new ArrayList<>();
        for (Object item : dict.items()) {
            Object key = ((Tuple) item).items().get(by.equals("key") ? 0 : 1);
            keyed.add(new Keyed(key(key, bound), item));
        }
        return sorted(keyed, bound.truth("reverse", false), budget);
    }

    /// (grouper, list) pairs in the order of the grouper.
    private static List<Object> group(Object value, Arguments.Bound bound, Budget budget) {
        AttributePath path = AttributePath.of(bound.value("attribute"));
        Object otherwise = bound.value("default", null);
        List<Keyed> keyed = new ArrayList<>();
        for (Object element : Sequences.list(value, budget)) {
            keyed.add(new Keyed(key(path.get(element, otherwise, budget), bound), element));
        }
        List<Object> groups = new ArrayList<>();
        List<Object> members = null;
        Object previous = null;
        for (Object element : sorted(keyed, false, budget)) {
            Object grouper = path.get(element, otherwise, budget);
            Object key = key(grouper, bound);
            if (members == null || !Values.equal(previous, key, budget)) {
                members = new ArrayList<>();
                groups.add(Tuple.of(grouper, members));
                previous = key;
            }
            members.add(element);
        }
        return groups;
    }

    private static Object extreme(String name, Object value, Arguments.Bound bound, Budget budget) {
        AttributePath path = AttributePath.of(bound.value("attribute", null));
        Iterator<Object> elements = Sequences.iterate(value, budget);
        if (!elements.hasNext()) {
            return new Undefined("No aggregated item, sequence was empty.");
        }
        Object best = elements.next();
        Object bestKey = key(path.get(best, budget), bound);
        while (elements.hasNext()) {
            Object element = elements.next();
            Object key = key(path.get(element, budget), bound);
            int order = Values.compare(key, bestKey, name.equals("max") ? ">" : "<", budget);
            if (name.equals("max") ? order > 0 : order < 0) {
                best = element;
                bestKey = key;
            }
        }
        return best;
    }
}
