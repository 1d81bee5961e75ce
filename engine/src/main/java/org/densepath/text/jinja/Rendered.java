package org.densepath.text.jinja;

import java.util.List;

/// A conversation as text, and the parts of it that stand in `{% generation %}` blocks, in their order. A block
/// inside a macro or a captured `set` has no known place and is not among them.
public record Rendered(String text, List<Span> assistantSpans) {
    public Rendered {
        assistantSpans = List.copyOf(assistantSpans);
    }

    /// From `start` up to but not including `end`, counted in Unicode code points.
    public record Span(int start, int end) {
        public Span {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("a span from " + start + " to " + end);
            }
        }
    }
}
