package org.densepath.app.tokens;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    private final Map<TokenSpans.Unit, List<Grouping>> groupings = new EnumMap<>(TokenSpans.Unit.class);
    private final Set<TokenSpans.Unit> sought = EnumSet.noneOf(TokenSpans.Unit.class);
    private final Map<RangeOf, ValueRange> ranges = new HashMap<>();
    private TraceRow alone;

    /// What a range of colours is of.
    ///
    /// @param clip the share of magnitudes within the range
    record RangeOf(TokenLayer layer, TokenSpans.Unit unit, SpanValue wanted, double clip) {}

    /// What a search has found: each response's groups and the range of their values.
    record Found(List<Grouping> groupings, RangeOf of, ValueRange range) {}

    StepCredit(StepTrace step) {
        this.step = step;
        this.compared = step.responseTokens() <= COMPARED;
    }

    Grouping grouping(TraceRow row, TokenSpans.Unit unit) {
        lookAt(row);
        int index = place(row);
        return index < 0
                ? new Grouping(row, unit)
                : groupings.computeIfAbsent(unit, u -> find(row, u)).get(index);
    }

    /// Whether grouping its tokens takes time.
    boolean isLong(TraceRow row) {
        return (compared ? step.responseTokens() : row.responseLength()) > QUICK;
    }

    /// Whether the groups must be sought, and how: work for any thread, whose result [#take] is given. Empty
    /// where they are known, found at once, or sought already.
    Optional<Supplier<Found>> search(TraceRow row, RangeOf of) {
        lookAt(row);
        boolean quick = of.unit() == TokenSpans.Unit.TOKEN || !isLong(row);
        if (quick || groupings.containsKey(of.unit()) || !sought.add(of.unit())) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            List<Grouping> found = find(row, of.unit());
            found.get(place(row)).cells();
            return new Found(found, of, range(row, of, found));
        });
    }

    /// The cells of every grouping that is known of a long response.
    List<List<String>> cells(TraceRow row) {
        lookAt(row);
        int index = place(row);
        return index < 0 || !isLong(row)
                ? List.of()
                : groupings.values().stream().map(all -> all.get(index).cells()).toList();
    }

    /// Whether [#grouping] answers without delay.
    boolean ready(TraceRow row, TokenSpans.Unit unit) {
        lookAt(row);
        return !sought.contains(unit) || groupings.containsKey(unit);
    }

    /// What was found for a response that is no longer looked at is let go.
    void take(TraceRow row, Found found) {
        if (compared || row == alone) {
            groupings.put(found.of().unit(), found.groupings());
            ranges.put(found.of(), found.range());
        }
    }

    /// One value a span; empty where the trace has none.
    float[] values(TraceRow row, TokenLayer layer, TokenSpans taken, SpanValue wanted) {
        float[] values = layer.of(row, step);
        return values.length == 0 ? values : layer.gathering(wanted).of(taken, values);
    }

    ValueRange range(TraceRow shown, RangeOf of) {
        lookAt(shown);
        return ranges.computeIfAbsent(
                of, _ -> range(shown, of, groupings.computeIfAbsent(of.unit(), unit -> find(shown, unit))));
    }

    private ValueRange range(TraceRow shown, RangeOf of, List<Grouping> found) {
        List<TraceRow> rows = rows(shown);
        List<float[]> values = IntStream.range(0, rows.size())
                .mapToObj(i -> values(rows.get(i), of.layer(), found.get(i).spans(), of.wanted()))
                .toList();
        return of.layer().signed() ? ValueRange.symmetric(values, of.clip()) : ValueRange.sequential(values, of.clip());
    }

    private List<Grouping> find(TraceRow row, TokenSpans.Unit unit) {
        return rows(row).stream().map(one -> new Grouping(one, unit)).toList();
    }

    private List<TraceRow> rows(TraceRow shown) {
        return compared ? step.rows() : List.of(shown);
    }

    /// What is known of a response that is looked at alone is forgotten with the next.
    private void lookAt(TraceRow row) {
        if (!compared && row != alone) {
            alone = row;
            groupings.clear();
            sought.clear();
            ranges.clear();
        }
    }

    /// Where a response's groups stand; −1 for one that is not of the step.
    private int place(TraceRow row) {
        return compared ? indexOf(row) : 0;
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
