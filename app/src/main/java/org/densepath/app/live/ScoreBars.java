package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.densepath.experiment.ScoreTable;
import org.densepath.paint.BarFigure;
import org.densepath.run.Event;

/// One score of every model as bars with their intervals, seed by seed.
final class ScoreBars {
    private ScoreBars() {}

    /// What can be drawn as bars, in the table's order: every score but the differences, which the verdicts tell.
    static List<String> choices(ScoreTable table) {
        return table.columns().stream()
                .filter(score -> !score.endsWith("_minus_sft"))
                .toList();
    }

    /// @param name of the run, for the caption
    static BarFigure of(List<Event.ScoreComputed> all, String score, String name) {
        List<Event.ScoreComputed> scores =
                all.stream().filter(s -> s.score().equals(score)).toList();
        TreeSet<Integer> seeds = new TreeSet<>();
        scores.forEach(s -> seeds.add(s.seed()));
        // one colour an arm, whatever the score
        List<String> arms =
                all.stream().map(Event.ScoreComputed::arm).distinct().toList();
        List<BarFigure.Group> groups = new ArrayList<>();
        for (int seed : seeds) {
            List<BarFigure.Bar> bars = new ArrayList<>();
            for (Event.ScoreComputed s : scores) {
                if (s.seed() == seed) {
                    bars.add(bar(s, arms.indexOf(s.arm())));
                }
            }
            groups.add(new BarFigure.Group(seeds.size() > 1 ? "Seed " + seed : "", bars));
        }
        boolean intervals = scores.stream().anyMatch(s -> Double.isFinite(s.low()));
        return new BarFigure(
                Character.toUpperCase(ScoreTable.label(score).charAt(0))
                        + ScoreTable.label(score).substring(1),
                unit(score),
                groups,
                "Run " + name + ", held-out prompts."
                        + (intervals ? " Intervals: 95 %, bootstrap over prompts." : " This score has no interval."));
    }

    private static BarFigure.Bar bar(Event.ScoreComputed s, int colour) {
        double scale = s.score().startsWith("success") ? 100 : 1;
        boolean interval = Double.isFinite(s.low()) && Double.isFinite(s.high());
        return new BarFigure.Bar(
                StageMark.stageName(s.arm()),
                scale * s.value(),
                interval ? scale * s.low() : Double.NaN,
                interval ? scale * s.high() : Double.NaN,
                judged(s),
                colour);
    }

    /// `n = 660`, and what could not be judged.
    static String judged(Event.ScoreComputed s) {
        String n = "n = " + s.judged();
        return s.unparsed() > 0
                ? n + " of " + s.total() + ", " + s.unparsed() + " not judged"
                : s.judged() < s.total() ? n + " of " + s.total() : n;
    }

    private static String unit(String score) {
        if (score.startsWith("success")) {
            return "% of prompts";
        }
        if (score.startsWith("return")) {
            return "nats a response";
        }
        if (score.startsWith("length")) {
            return "tokens";
        }
        return score.startsWith("reference_logp") ? "nats a token" : "";
    }
}
