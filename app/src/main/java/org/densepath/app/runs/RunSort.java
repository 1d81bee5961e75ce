package org.densepath.app.runs;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/// In which order the library lists its runs.
public enum RunSort {
    NEWEST("Newest first", byTime().reversed()),
    OLDEST("Oldest first", byTime()),
    NAME("By name", Comparator.comparing(row -> row.now().name().toLowerCase(Locale.ROOT))),
    STATE("By state", Comparator.comparing((RunRow row) -> row.standing().get())),
    SCORE(
            "Best score first",
            Comparator.comparing(
                            (RunRow row) -> row.score().map(MainScore::value).orElse(Double.NEGATIVE_INFINITY))
                    .reversed()),
    LONGEST(
            "Longest first",
            Comparator.comparing((RunRow row) -> row.now().progress().worked()).reversed());

    private final String label;
    private final Comparator<RunRow> order;

    RunSort(String label, Comparator<RunRow> order) {
        this.label = label;
        this.order = order;
    }

    public String label() {
        return label;
    }

    /// Equal ones: the newest first.
    Comparator<RunRow> order() {
        return order.thenComparing(byTime().reversed());
    }

    private static Comparator<RunRow> byTime() {
        return Comparator.comparing((RunRow row) -> row.now().started().orElse(Instant.MIN))
                .thenComparing(row -> row.folder().toString());
    }
}
