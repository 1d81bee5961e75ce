package org.densepath.text.jinja;

import java.util.Iterator;
import java.util.List;

/// The variable `loop`. Looks no further ahead than it is asked to, as the elements may be made on the way.
final class LoopState implements Function {
    private final Object source;
    private final int depth0;
    private final Function recursion;
    private Iterator<Object> elements;
    private int index0 = -1;
    private int length = -1;
    private Object before = Scope.MISSING;
    private Object current = Scope.MISSING;
    private Object after = Scope.MISSING;
    private Object changing = Scope.MISSING;

    /// `recursion` renders the body for inner elements; null where the loop is not marked recursive.
    LoopState(Object source, Iterator<Object> elements, int depth0, Function recursion) {
        this.source = source;
        this.elements = elements;
        this.depth0 = depth0;
        this.recursion = recursion;
    }

    boolean advance() {
        if (peek() == Scope.MISSING) {
            return false;
        }
        index0++;
        before = current;
        current = after;
        after = Scope.MISSING;
        return true;
    }

    Object current() {
        return current;
    }

    int index() {
        return index0 + 1;
    }

    private Object peek() {
        if (after == Scope.MISSING && elements.hasNext()) {
            after = elements.next();
        }
        return after;
    }

    int length() {
        if (length < 0) {
            length = source instanceof Generator ? -1 : Sequences.length(source);
        }
        if (length < 0) {
            List<Object> rest = new java.util.ArrayList<>();
            elements.forEachRemaining(rest::add);
            elements = rest.iterator();
            length = rest.size() + index() + (after == Scope.MISSING ? 0 : 1);
        }
        return length;
    }

    /// The elements not yet visited, each with this loop: what walking over `loop` gives.
    Iterator<Object> rest() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return peek() != Scope.MISSING;
            }

            @Override
            public Object next() {
                advance();
                return Tuple.of(current, LoopState.this);
            }
        };
    }

    /// The attribute, or [Scope#MISSING].
    Object attribute(String name, Budget budget) {
        return switch (name) {
            case "index" -> (long) index();
            case "index0" -> (long) index0;
            case "first" -> index0 == 0;
            case "last" -> peek() == Scope.MISSING;
            case "length" -> (long) length();
            case "revindex" -> (long) length() - index0;
            case "revindex0" -> (long) length() - index();
            case "depth" -> depth0 + 1L;
            case "depth0" -> (long) depth0;
            case "previtem" -> before == Scope.MISSING ? new Undefined("there is no previous item") : before;
            case "nextitem" -> peek() == Scope.MISSING ? new Undefined("there is no next item") : after;
            case "cycle" -> (Function) this::cycle;
            case "changed" -> (Function) arguments -> changed(arguments, budget);
            default -> Scope.MISSING;
        };
    }

    private Object cycle(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw new TemplateException("no items for cycling given");
        }
        return arguments
                .positional()
                .get(Math.floorMod(index0, arguments.positional().size()));
    }

    private boolean changed(Arguments arguments, Budget budget) {
        Object values = new Tuple(arguments.positional());
        boolean same = changing != Scope.MISSING && Values.equal(changing, values, budget);
        changing = values;
        return !same;
    }

    @Override
    public Object call(Arguments arguments) {
        if (recursion == null) {
            throw new TemplateException("The loop must have the 'recursive' marker to be called recursively.");
        }
        return recursion.call(arguments);
    }
}
