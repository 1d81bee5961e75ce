package org.densepath.run.query;

import java.util.ArrayList;
import java.util.List;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;

/// A [RolloutFilter] as a condition on the table `rollout`. Texts are looked for elsewhere: their matches are in
/// the table `found`.
final class RolloutWhere {
    private final List<String> conditions = new ArrayList<>();

    private RolloutWhere() {}

    /// @param tracks a track's number is its place
    static String of(RolloutFilter filter, List<Track> tracks) {
        RolloutWhere where = new RolloutWhere();
        filter.track().ifPresent(track -> where.conditions.add("track = " + tracks.indexOf(track)));
        where.limited("step", filter.steps());
        where.limited("total", filter.returns());
        where.limited("length", filter.lengths());
        filter.ended().ifPresent(ended -> where.conditions.add(ended == TraceRow.Ended.LENGTH ? "cut" : "NOT cut"));
        switch (filter.check()) {
            case ANY -> {}
            case PASSED -> where.conditions.add(PASSED);
            case FAILED -> where.conditions.add("NOT isnan(checked) AND NOT (" + PASSED + ")");
            case NONE -> where.conditions.add("isnan(checked)");
        }
        filter.prompt().ifPresent(prompt -> where.conditions.add("prompt = " + prompt));
        if (!filter.text().isEmpty()) {
            where.conditions.add("id IN (SELECT id FROM found)");
        }
        return where.conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", where.conditions);
    }

    /// Of the column `checked`, NaN where there was no check.
    static final String PASSED = "NOT isnan(checked) AND checked >= " + RolloutFilter.PASSED;

    private void limited(String column, Limits limits) {
        if (limits.none()) {
            return;
        }
        // to SQL, not a number is larger than all numbers
        conditions.add("NOT isnan(" + column + ")");
        if (limits.low() > Double.NEGATIVE_INFINITY) {
            conditions.add(column + " >= " + literal(limits.low()));
        }
        if (limits.high() < Double.POSITIVE_INFINITY) {
            conditions.add(column + " <= " + literal(limits.high()));
        }
    }

    private static String literal(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }
}
