package org.densepath.app.tokens;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TokenSpans;
import org.densepath.paint.ValueRange;
import org.densepath.run.TraceRow;

/// The values that a step's responses are shown with, and the one range for all of them, so that their colours
/// can be compared.
final class StepCredit {
    /// Above so many tokens a response is looked at alone, so that the window stays quick.
    private static final int COMPARED = 100_000;

    private final StepTrace step;
    private final boolean compared;
    private final Map<TokenSpans.Unit, List<TokenSpans>> spans = new EnumMap<>(TokenSpans.Unit.class);

    StepCredit(StepTrace step) {
        this.step = step;
        this.compared = step.responseTokens() <= COMPARED;
    }

    TokenSpans spans(TraceRow row, TokenSpans.Unit unit) {
        int index = indexOf(row);
        return compared && index >= 0 ? all(unit).get(index) : TokenSpans.of(row.tokens(), unit);
    }

    /// One value a span; empty where the trace has none.
    float[] values(TraceRow row, TokenLayer layer, TokenSpans taken, SpanValue wanted) {
        float[] values = layer.of(row, step);
        return values.length == 0 ? values : layer.gathering(wanted).of(taken, values);
    }

    /// @param clip the share of magnitudes within the range
    ValueRange range(TraceRow shown, TokenLayer layer, TokenSpans.Unit unit, SpanValue wanted, double clip) {
        List<float[]> values = (compared ? step.rows() : List.of(shown))
                .stream()
                        .map(row -> values(row, layer, spans(row, unit), wanted))
                        .toList();
        return layer.signed() ? ValueRange.symmetric(values, clip) : ValueRange.sequential(values, clip);
    }

    private List<TokenSpans> all(TokenSpans.Unit unit) {
        return spans.computeIfAbsent(unit, u -> step.rows().stream()
                .map(row -> TokenSpans.of(row.tokens(), u))
                .toList());
    }

    private int indexOf(TraceRow row) {
        for (int i = 0; i < step.rows().size(); i++) {
            if (step.rows().get(i) == row) {
                return i;
            }
        }
        return -1;
    }
}
