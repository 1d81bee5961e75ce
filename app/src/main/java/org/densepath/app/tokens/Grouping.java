package org.densepath.app.tokens;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;

/// A response's tokens taken together, and what each group reads as.
final class Grouping {
    private final TraceRow row;
    private final TokenSpans spans;
    private List<String> cells;

    Grouping(TraceRow row, TokenSpans.Unit unit) {
        this.row = row;
        this.spans = TokenSpans.of(row.tokens(), unit);
    }

    TokenSpans spans() {
        return spans;
    }

    /// One text a group, and of a response that was cut one more, which says so. Always the same list: joined
    /// when it is first asked for.
    synchronized List<String> cells() {
        if (cells == null) {
            List<String> texts = spans.texts(row.tokens());
            if (row.ended() == TraceRow.Ended.LENGTH) {
                texts = new ArrayList<>(texts);
                texts.add(" [cut after " + row.responseLength() + " tokens]");
            }
            cells = Collections.unmodifiableList(texts);
        }
        return cells;
    }
}
