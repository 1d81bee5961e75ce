package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;

/// Text as it is rendered: the conversation's, or that of a captured block, whose places in the conversation are
/// not known and which therefore takes no spans.
final class Output {
    private final StringBuilder text = new StringBuilder();
    private final List<int[]> spans = new ArrayList<>();
    private final Budget budget;
    private final boolean captured;

    Output(Budget budget, boolean captured) {
        this.budget = budget;
        this.captured = captured;
    }

    void append(String more) {
        budget.spendOnText(more.length());
        budget.checkLength((long) text.length() + more.length());
        text.append(more);
    }

    int length() {
        return text.length();
    }

    /// What was appended since `start` is the assistant's.
    void mark(int start) {
        if (!captured) {
            spans.add(new int[] {start, text.length()});
        }
    }

    String text() {
        return text.toString();
    }

    /// Spans turn from UTF-16 units into code points.
    Rendered rendered() {
        int[] places = new int[text.length() + 1];
        if (!spans.isEmpty()) {
            for (int i = 1; i <= text.length(); i++) {
                boolean secondHalf = i > 1 && Character.isSurrogatePair(text.charAt(i - 2), text.charAt(i - 1));
                places[i] = places[i - 1] + (secondHalf ? 0 : 1);
            }
        }
        return new Rendered(
                text(),
                spans.stream()
                        .map(s -> new Rendered.Span(places[s[0]], places[s[1]]))
                        .toList());
    }
}
