package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// What Python does with anything that has elements: walk, count, index, slice, search.
final class Sequences {
    private Sequences() {}

    static boolean isIterable(Object value) {
        return Values.isText(value)
                || value instanceof List<?>
                || value instanceof Tuple
                || value instanceof Dict
                || value instanceof DictView
                || value instanceof Range
                || value instanceof Generator
                || value instanceof LoopState
                || value instanceof Undefined;
    }

    /// The elements one after another, each paid for. Throws [TemplateException] when there are none by nature.
    static Iterator<Object> iterate(Object value, Budget budget) {
        Iterator<Object> elements =
                switch (value) {
                    case String s -> characters(s);
                    case Markup markup -> characters(markup.text());
                    case Generator generator -> generator.elements();
                    case Range range -> indexed(range);
                    case LoopState loop -> loop.rest();
                    case null, default -> items(value).iterator();
                };
        return budget.charging(elements);
    }

    static List<Object> list(Object value, Budget budget) {
        List<Object> all = new ArrayList<>();
        iterate(value, budget).forEachRemaining(all::add);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Object value) {
        return switch (value) {
            case List<?> list -> (List<Object>) list;
            case Tuple tuple -> tuple.items();
            case Dict dict -> dict.keys();
            case DictView view -> view.elements();
            case Undefined u -> List.of();
            case null, default ->
                throw new TemplateException("'" + Values.typeName(value) + "' object is not iterable");
        };
    }

    private static Iterator<Object> characters(String text) {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < text.length();
            }

            @Override
            public Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                String one = Character.toString(text.codePointAt(at));
                at += one.length();
                return one;
            }
        };
    }

    private static Iterator<Object> indexed(Range range) {
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < range.length(); i++) {
            numbers.add(range.get(i));
        }
        return numbers.iterator();
    }

    /// The number of elements, or -1 for what has no length.
    static int length(Object value) {
        return switch (value) {
            case null -> -1;
            case String s -> Characters.length(s);
            case Markup markup -> Characters.length(markup.text());
            case List<?> list -> list.size();
            case Tuple tuple -> tuple.items().size();
            case Dict dict -> dict.size();
            case DictView view -> view.elements().size();
            case Range range -> range.length();
            case LoopState loop -> loop.length();
            case Undefined u -> 0;
            default -> -1;
        };
    }

    static boolean contains(Object container, Object element, Budget budget) {
        if (Values.isText(container)) {
            if (!Values.isText(element)) {
                throw new TemplateException(
                        "'in <string>' requires string as left operand, not " + Values.typeName(element));
            }
            budget.spendOnSearch(Values.text(container), Values.text(element));
            return Values.text(container).contains(Values.text(element));
        }
        if (container instanceof Dict dict) {
            return dict.has(element);
        }
        if (!isIterable(container)) {
            throw new TemplateException("argument of type '" + Values.typeName(container) + "' is not iterable");
        }
        Iterator<Object> elements = iterate(container, budget);
        while (elements.hasNext()) {
            if (Values.equal(elements.next(), element, budget)) {
                return true;
            }
        }
        return false;
    }

    /// `sequence[start:stop:step]`; absent bounds are null.
    static Object slice(Object sequence, Object start, Object stop, Object step, Budget budget) {
        if (sequence instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!Values.isText(sequence)
                && !(sequence instanceof List<?>)
                && !(sequence instanceof Tuple)
                && !(sequence instanceof Range)) {
            throw new TemplateException("'" + Values.typeName(sequence) + "' object is not subscriptable with a slice");
        }
        int stride = step == null ? 1 : bound(step);
        if (stride == 0) {
            throw new TemplateException("slice step cannot be zero");
        }
        if (Values.isText(sequence)) {
            budget.spendOnText(Values.text(sequence).length());
        }
        int length = length(sequence);
        int lowest = stride < 0 ? -1 : 0;
        int highest = stride < 0 ? length - 1 : length;
        int from = start == null ? (stride < 0 ? highest : lowest) : within(bound(start), length, lowest, highest);
        int to = stop == null ? (stride < 0 ? lowest : highest) : within(bound(stop), length, lowest, highest);
        return pick(sequence, from, to, stride, budget);
    }

    private static int bound(Object index) {
        if (!Numbers.isInteger(index)) {
            throw new TemplateException("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.clamp(index);
    }

    private static int within(int index, int length, int lowest, int highest) {
        return Math.max(lowest, Math.min(highest, index < 0 ? index + length : index));
    }

    private static Object pick(Object sequence, int from, int to, int stride, Budget budget) {
        if (Values.isText(sequence) && stride == 1) {
            return Markup.like(sequence, Characters.between(Values.text(sequence), from, to));
        }
        List<Object> all = list(sequence, budget);
        List<Object> picked = new ArrayList<>();
        for (long i = from; stride > 0 ? i < to : i > to; i += stride) {
            picked.add(all.get((int) i));
        }
        return switch (sequence) {
            case Tuple t -> new Tuple(picked);
            case List<?> l -> picked;
            case Range r -> new Range(r.start() + from * r.step(), r.start() + to * r.step(), r.step() * stride);
            default -> {
                StringBuilder text = new StringBuilder();
                picked.forEach(text::append);
                yield Markup.like(sequence, text.toString());
            }
        };
    }
}
