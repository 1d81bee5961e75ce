package org.densepath.app.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.ArmLabel;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;
import org.densepath.experiment.result.Unit;
import org.densepath.paint.BarFigure;
import org.densepath.run.Event;

/// One score of every arm as bars with their intervals, a dot a seed; and what each differs in from SFT.
final class ScoreBars {
    /// Ends the names of scores that are differences to SFT.
    static final String DIFFERENCE = "_minus_sft";

    private final Results results;
    private final Column column;

    ScoreBars(Results results, Column column) {
        this.results = results;
        this.column = column;
    }

    /// What can be drawn as bars, in the table's order.
    static List<Column> choices(ResultTable table) {
        return table.columns().stream()
                .filter(column -> column.kind() != Column.Kind.COST)
                .toList();
    }

    BarFigure scores() {
        List<BarFigure.Bar> bars = new ArrayList<>();
        boolean intervals = false;
        for (String arm : results.arms()) {
            Cell cell = results.table().cell(arm, column.id());
            if (!cell.isEmpty()) {
                bars.add(bar(arm, cell.value(), column.id(), note(arm, cell)));
                intervals |= Double.isFinite(cell.value().low());
            }
        }
        return new BarFigure(
                capital(column.label()),
                unit(column),
                List.of(new BarFigure.Group("", bars)),
                "Run " + results.run() + ". "
                        + (intervals ? "Intervals: 95 %, " + over() + "." : "This score has no interval.")
                        + (dots(bars) ? " A dot a seed." : ""));
    }

    private String over() {
        return column.kind() == Column.Kind.SUCCESS && results.table().seeds().size() > 1
                ? "bootstrap over seeds and prompts"
                : "bootstrap over prompts" + (seeds() > 1 ? ", of several seeds their mean ends" : "");
    }

    /// What each arm differs in from SFT in this score, on the same prompts; empty where that was not computed.
    Optional<BarFigure> differences() {
        List<BarFigure.Bar> bars = new ArrayList<>();
        for (String arm : results.arms()) {
            Cell cell = results.table().cell(arm, column.id());
            if (cell.sft() != null) {
                bars.add(bar(
                        arm,
                        cell.sft().difference(),
                        column.id() + DIFFERENCE,
                        cell.sft().significant() ? ResultTable.SFT_MARK : ""));
            }
        }
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new BarFigure(
                        capital(column.label()) + ", difference to SFT",
                        "points",
                        List.of(new BarFigure.Group("", bars)),
                        "Run " + results.run() + ", the same held-out prompts. Intervals: 95 %, paired bootstrap over "
                                + (results.table().seeds().size() > 1 ? "seeds and prompts" : "prompts")
                                + "; * p < 0.05 after Holm's correction over "
                                + results.table().comparisons() + " comparisons."
                                + (dots(bars) ? " A dot a seed." : ""),
                        true));
    }

    private BarFigure.Bar bar(String arm, Interval value, String score, String note) {
        double scale = column.unit().scale();
        List<Double> points = results.told().stream()
                .filter(s -> s.arm().equals(arm) && s.score().equals(score) && Double.isFinite(s.value()))
                .map(s -> scale * s.value())
                .toList();
        return new BarFigure.Bar(
                ArmLabel.of(arm),
                scale * value.value(),
                scale * value.low(),
                scale * value.high(),
                note,
                results.arms().indexOf(arm),
                points.size() > 1 ? points : bench(arm));
    }

    /// The seeds of a benchmark's score.
    private List<Double> bench(String arm) {
        if (column.kind() != Column.Kind.BENCHMARK) {
            return List.of();
        }
        List<Double> points = results.bench().stream()
                .filter(s -> s.main() && s.arm().equals(arm) && column.label().startsWith(s.benchmark()))
                .filter(s ->
                        !column.label().contains(", judge ") || column.label().endsWith(", judge " + s.judge()))
                .map(s -> column.unit().scale() * s.interval().value())
                .filter(Double::isFinite)
                .toList();
        return points.size() > 1 ? points : List.of();
    }

    private static boolean dots(List<BarFigure.Bar> bars) {
        return bars.stream().anyMatch(bar -> !bar.points().isEmpty());
    }

    private int seeds() {
        return (int) results.told().stream()
                .map(Event.ScoreComputed::seed)
                .distinct()
                .count();
    }

    private String note(String arm, Cell cell) {
        if (cell.n() > 0) {
            return "n = " + cell.n();
        }
        return results.told().stream()
                .filter(s -> s.arm().equals(arm) && s.score().equals(column.id()))
                .findFirst()
                .map(ScoreBars::judged)
                .orElse("");
    }

    /// `n = 660`, and what could not be judged.
    static String judged(Event.ScoreComputed s) {
        String n = "n = " + s.judged();
        return s.unparsed() > 0
                ? n + " of " + s.total() + ", " + s.unparsed() + " not judged"
                : s.judged() < s.total() ? n + " of " + s.total() : n;
    }

    private static String capital(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    private static String unit(Column column) {
        if (column.unit() == Unit.PERCENT) {
            return "% of prompts";
        }
        if (column.id().startsWith("return")) {
            return "nats a response";
        }
        if (column.id().startsWith("length")) {
            return "tokens";
        }
        return column.id().startsWith("reference_logp") ? "nats a token" : "";
    }
}
