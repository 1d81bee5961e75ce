package org.densepath.text.jinja;

import java.util.List;

/// Python's tuple. Its items are not changed once it is made; they may be null (`None`).
record Tuple(List<Object> items) {
    static Tuple of(Object... items) {
        return new Tuple(java.util.Arrays.asList(items));
    }
}
