package org.densepath.app.tokens;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TokenSpans;
import org.densepath.paint.ValueRange;
import org.densepath.run.TraceRow;

/// The values that a step's responses are shown with, and the one range for all of them, so that their colours
/// can be compared.
final class StepCredit {
    /// Above so many tokens a response is looked at alone, so that the window stays quick.
    private static final int COMPARED = 100_000;
    /// So many tokens are grouped at once.
    private static final int QUICK = 5_000;

    private final StepTrace step;
    private final boolean compared;
    private final Map<TokenSpans.Unit, List<TokenSpans>> spans = new EnumMap<>(TokenSpans.Unit.class);
    private final Set<TokenSpans.Unit> sought = EnumSet.noneOf(TokenSpans.Unit.class);
    private TraceRow alone;

    StepCredit(StepTrace step) {
        this.step = step;
        this.compared = step.responseTokens() <= COMPARED;
    }

    TokenSpans spans(TraceRow row, TokenSpans.Unit unit) {
        lookAt(row);
        int index = compared ? indexOf(row) : 0;
        return index < 0
                ? TokenSpans.of(row.tokens(), unit)
                : spans.computeIfAbsent(unit, u -> find(row, u)).get(index);
    }

    /// Whether grouping its tokens takes time.
    boolean isLong(TraceRow row) {
        return (compared ? step.responseTokens() : row.responseLength()) > QUICK;
    }

    /// Whether the spans must be sought, and how: work for any thread, whose result [#take] is given. Empty where
    /// they are known, found at once, or sought already.
    Optional<Supplier<List<TokenSpans>>> search(TraceRow row, TokenSpans.Unit unit) {
        lookAt(row);
        boolean quick = unit == TokenSpans.Unit.TOKEN || !isLong(row);
        return quick || spans.containsKey(unit) || !sought.add(unit)
                ? Optional.empty()
                : Optional.of(() -> find(row, unit));
    }

    /// Whether [#spans] answers without delay.
    boolean ready(TraceRow row, TokenSpans.Unit unit) {
        lookAt(row);
        return !sought.contains(unit) || spans.containsKey(unit);
    }

    /// What was found for a response that is no longer looked at is let go.
    void take(TraceRow row, TokenSpans.Unit unit, List<TokenSpans> found) {
        if (compared || row == alone) {
            spans.put(unit, found);
        }
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

    private List<TokenSpans> find(TraceRow row, TokenSpans.Unit unit) {
        return (compared ? step.rows() : List.of(row))
                .stream().map(one -> TokenSpans.of(one.tokens(), unit)).toList();
    }

    /// What is known of a response that is looked at alone is forgotten with the next.
    private void lookAt(TraceRow row) {
        if (!compared && row != alone) {
            alone = row;
            spans.clear();
            sought.clear();
        }
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
