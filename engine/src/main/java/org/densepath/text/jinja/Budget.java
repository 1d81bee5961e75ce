package org.densepath.text.jinja;

import java.util.Iterator;

/// What is left of one rendering's [Limits].
final class Budget {
    private static final int CHARACTERS_PER_STEP = 8;

    private final Limits limits;
    private long steps;
    private int depth;

    Budget(Limits limits) {
        this.limits = limits;
        this.steps = limits.steps();
    }

    void spend(long amount) {
        steps -= amount;
        if (steps < 0) {
            throw new TemplateException("the template takes more than " + limits.steps() + " steps");
        }
    }

    /// Pays for a string of `length` UTF-16 units before it is made.
    void spendOnText(long length) {
        checkLength(length);
        spend(1 + length / CHARACTERS_PER_STEP);
    }

    void checkLength(long length) {
        if (length > limits.characters()) {
            throw new TemplateException("the template makes more than " + limits.characters() + " characters");
        }
    }

    /// Pays for a search that compares every place of `text` with `part`, the worst case of a naive search.
    void spendOnSearch(String text, String part) {
        spend(1 + (long) text.length() * Math.max(1, part.length()) / 256);
    }

    void enter() {
        if (++depth > limits.depth()) {
            depth = 0;
            throw new TemplateException("the template nests more than " + limits.depth() + " levels deep");
        }
    }

    void leave() {
        depth--;
    }

    /// The same elements, each paid for.
    Iterator<Object> charging(Iterator<Object> elements) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public Object next() {
                spend(1);
                return elements.next();
            }
        };
    }
}
