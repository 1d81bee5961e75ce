package org.densepath.app.tokens;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.densepath.run.TraceRow;

/// In which order a step's responses are listed. Those that have no check stand last where it decides.
public enum ResponseOrder {
    SAMPLED("As sampled", null),
    HIGHEST("Highest return", Comparator.comparingDouble(TraceRow::totalReturn).reversed()),
    LOWEST("Lowest return", Comparator.comparingDouble(TraceRow::totalReturn)),
    LONGEST("Longest", Comparator.comparingInt(TraceRow::responseLength).reversed()),
    SHORTEST("Shortest", Comparator.comparingInt(TraceRow::responseLength)),
    RIGHT("Right answers first", Comparator.comparingDouble(row -> -row.outsideCheck()
            .orElse(-1e9))),
    WRONG("Wrong answers first", Comparator.comparingDouble(row -> row.outsideCheck()
            .orElse(1e9)));

    private final String label;
    private final Comparator<TraceRow> comparator;

    ResponseOrder(String label, Comparator<TraceRow> comparator) {
        this.label = label;
        this.comparator = comparator;
    }

    @Override
    public String toString() {
        return label;
    }

    /// Those of `rows` whose prompt or response has `words`, in this order.
    List<TraceRow> of(List<TraceRow> rows, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<TraceRow> found = wanted.isEmpty()
                ? rows
                : rows.stream()
                        .filter(row -> row.response().toLowerCase(Locale.ROOT).contains(wanted)
                                || row.prompt().toLowerCase(Locale.ROOT).contains(wanted)
                                || Integer.toString(row.promptIndex()).equals(wanted))
                        .toList();
        return comparator == null ? found : found.stream().sorted(comparator).toList();
    }
}
