package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The filters that walk over elements. What Jinja makes lazily is a [Generator] here too: it is true even when
/// empty, and walked once.
final class SequenceFilters {
    private SequenceFilters() {}

    static Object apply(String name, Object value, Arguments arguments, Filters filters) {
        Budget budget = filters.budget();
        return switch (name) {
            case "length", "count" -> {
                int length = Sequences.length(value);
                if (length < 0) {
                    throw new TemplateException("object of type '" + Values.typeName(value) + "' has no len()");
                }
                yield (long) length;
            }
            case "default", "d" -> {
                Arguments.Bound bound = arguments.bind(name, "default_value", "boolean");
                boolean missing = value instanceof Undefined || (bound.truth("boolean", false) && !Values.truth(value));
                yield missing ? bound.value("default_value", "") : value;
            }
            case "list" -> Sequences.list(value, budget);
            case "first" -> {
                Iterator<Object> elements = Sequences.iterate(value, budget);
                yield elements.hasNext() ? elements.next() : new Undefined("No first item, sequence was empty.");
            }
            case "last" -> {
                List<Object> all = Sequences.list(reversible(value), budget);
                yield all.isEmpty() ? new Undefined("No last item, sequence was empty.") : all.getLast();
            }
            case "reverse" -> reverse(value, budget);
            case "items" -> items(value);
            case "attr" -> {
                String attribute = arguments.bind(name, "name").text("name");
                yield Attributes.ownAttribute(value, attribute, budget);
            }
            case "join" -> join(value, arguments.bind(name, "d", "attribute"), budget);
            case "map" -> new Generator(map(value, arguments, filters));
            case "batch" -> batch(value, arguments.bind(name, "linecount", "fill_with"), budget);
            case "slice" -> slice(value, arguments.bind(name, "slices", "fill_with"), budget);
            default -> new Generator(select(name, value, arguments, filters));
        };
    }

    private static Object reversible(Object value) {
        if (value instanceof Generator || value instanceof LoopState || value instanceof Undefined) {
            throw value instanceof Undefined undefined
                    ? undefined.error()
                    : new TemplateException("'" + Values.typeName(value) + "' object is not reversible");
        }
        return value;
    }

    private static Object reverse(Object value, Budget budget) {
        if (Values.isText(value)) {
            return Sequences.slice(value, null, null, -1L, budget);
        }
        List<Object> all = Sequences.list(value, budget);
        Collections.reverse(all);
        return value instanceof Generator ? all : new Generator(all.iterator());
    }

    private static Generator items(Object value) {
        if (!(value instanceof Dict) && !(value instanceof Undefined)) {
            throw new TemplateException("Can only get item pairs from a mapping.");
        }
        return new Generator(value instanceof Dict dict ? dict.items().iterator() : Collections.emptyIterator());
    }

    /// Unlike Python's `join`, this one makes text of every element.
    private static String join(Object value, Arguments.Bound bound, Budget budget) {
        AttributePath path = AttributePath.of(bound.value("attribute", null));
        String separator = Text.str(bound.value("d", ""), budget);
        List<Object> texts = new ArrayList<>();
        Iterator<Object> elements = Sequences.iterate(value, budget);
        while (elements.hasNext()) {
            texts.add(Text.str(path.get(elements.next(), budget), budget));
        }
        return StringMethods.join(separator, texts, budget);
    }

    private static Iterator<Object> map(Object value, Arguments arguments, Filters filters) {
        UnaryOperator<Object> change = mapping(arguments, filters);
        Iterator<Object> elements =
                Values.truth(value) ? Sequences.iterate(value, filters.budget()) : Collections.emptyIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public Object next() {
                return change.apply(elements.next());
            }
        };
    }

    private static UnaryOperator<Object> mapping(Arguments arguments, Filters filters) {
        if (arguments.positional().isEmpty() && arguments.named().containsKey("attribute")) {
            Arguments.Bound bound = arguments.bind("map", "attribute", "default");
            AttributePath path = AttributePath.of(bound.value("attribute"));
            return element -> path.get(element, bound.value("default", null), filters.budget());
        }
        if (arguments.positional().isEmpty()) {
            throw new TemplateException("map requires a filter argument");
        }
        String name = Text.str(arguments.positional().getFirst(), filters.budget());
        return element -> filters.apply(name, element, arguments.from(1));
    }

    private static Iterator<Object> select(String name, Object value, Arguments arguments, Filters filters) {
        boolean ofAttribute = name.endsWith("attr");
        if (ofAttribute && arguments.positional().isEmpty()) {
            throw new TemplateException("Missing parameter for attribute name");
        }
        AttributePath path =
                AttributePath.of(ofAttribute ? arguments.positional().getFirst() : null);
        Arguments rest = arguments.from(ofAttribute ? 1 : 0);
        Predicate<Object> test = rest.positional().isEmpty()
                ? Values::truth
                : element -> filters.tests()
                        .holds(Text.str(rest.positional().getFirst(), filters.budget()), element, rest.from(1));
        boolean wanted = name.startsWith("select");
        Iterator<Object> elements =
                Values.truth(value) ? Sequences.iterate(value, filters.budget()) : Collections.emptyIterator();
        return new LazyFilter(elements, element -> test.test(path.get(element, filters.budget())) == wanted);
    }

    private static List<Object> batch(Object value, Arguments.Bound bound, Budget budget) {
        int count = bound.integer("linecount", 0);
        List<Object> batches = new ArrayList<>();
        List<Object> batch = new ArrayList<>();
        for (Object element : Sequences.list(value, budget)) {
            if (batch.size() == count) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(element);
        }
        if (!batch.isEmpty()) {
            fill(batch, bound.given("fill_with") ? count : 0, bound, budget);
            batches.add(batch);
        }
        return batches;
    }

    private static void fill(List<Object> list, int size, Arguments.Bound bound, Budget budget) {
        budget.spend(Math.max(0, size - list.size()));
        while (list.size() < size) {
            list.add(bound.value("fill_with"));
        }
    }

    private static List<Object> slice(Object value, Arguments.Bound bound, Budget budget) {
        List<Object> all = Sequences.list(value, budget);
        int slices = bound.integer("slices", 0);
        if (slices == 0) {
            throw new TemplateException("integer division or modulo by zero");
        }
        budget.spend(Math.max(0, slices));
        List<Object> parts = new ArrayList<>();
        int size = Math.floorDiv(all.size(), slices);
        int larger = Math.floorMod(all.size(), slices);
        int at = 0;
        for (int i = 0; i < slices; i++) {
            int end = at + size + (i < larger ? 1 : 0);
            List<Object> part = new ArrayList<>(all.subList(at, end));
            fill(part, bound.given("fill_with") && i >= larger ? size + 1 : 0, bound, budget);
            parts.add(part);
            at = end;
        }
        return parts;
    }
}
