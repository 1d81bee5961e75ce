package org.densepath.text.jinja;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/// The elements that pass, found only when asked for.
final class LazyFilter implements Iterator<Object> {
    private final Iterator<Object> elements;
    private final Predicate<Object> passes;
    private Object ahead;
    private boolean found;

    LazyFilter(Iterator<Object> elements, Predicate<Object> passes) {
        this.elements = elements;
        this.passes = passes;
    }

    @Override
    public boolean hasNext() {
        while (!found && elements.hasNext()) {
            ahead = elements.next();
            found = passes.test(ahead);
        }
        return found;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        found = false;
        return ahead;
    }
}
