package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.densepath.experiment.ScoreTable;
import org.densepath.paint.BarFigure;
import org.densepath.run.Event;

/// One score of every model as bars with their intervals, seed by seed.
final class ScoreBars {
    /// Ends the names of scores that are differences to SFT.
    static final String DIFFERENCE = "_minus_sft";

    private ScoreBars() {}

    /// What can be drawn as bars, in the table's order: every score but the differences, which the verdicts tell.
    static List<String> choices(ScoreTable table) {
        return table.columns().stream()
                .filter(score -> !score.endsWith(DIFFERENCE))
                .toList();
    }

    /// What each arm differs in from SFT in this score, on the same prompts; empty where that was not computed.
    static Optional<BarFigure> differences(List<Event.ScoreComputed> all, String score, String name) {
        String difference = score + DIFFERENCE;
        boolean any = all.stream().anyMatch(s -> s.score().equals(difference));
        return any
                ? Optional.of(drawn(
                        all,
                        difference,
                        capitalised(ScoreTable.label(score)) + ", difference to SFT",
                        "points",
                        "Run " + name + ", the same held-out prompts. Intervals: 95 %, paired bootstrap over prompts."))
                : Optional.empty();
    }

    /// @param name of the run, for the caption
    static BarFigure of(List<Event.ScoreComputed> all, String score, String name) {
        boolean intervals = all.stream().anyMatch(s -> s.score().equals(score) && Double.isFinite(s.low()));
        return drawn(
                all,
                score,
                capitalised(ScoreTable.label(score)),
                unit(score),
                "Run " + name + ", held-out prompts."
                        + (intervals ? " Intervals: 95 %, bootstrap over prompts." : " This score has no interval."));
    }

    private static String capitalised(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    private static BarFigure drawn(
            List<Event.ScoreComputed> all, String score, String title, String unit, String caption) {
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
        return new BarFigure(title, unit, groups, caption);
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
