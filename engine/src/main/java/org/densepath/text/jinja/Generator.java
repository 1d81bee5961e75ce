package org.densepath.text.jinja;

import java.util.Iterator;

/// Elements that are made when asked for and can be walked once: what `map` and `select` give. Always true,
/// without a length.
final class Generator {
    private final Iterator<Object> elements;

    Generator(Iterator<Object> elements) {
        this.elements = elements;
    }

    Iterator<Object> elements() {
        return elements;
    }
}
