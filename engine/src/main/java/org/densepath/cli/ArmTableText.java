package org.densepath.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.Compute;
import org.densepath.experiment.ScoreTable;

/// An experiment's score table for a terminal: every arm with its success and what it cost, then every arm
/// against SFT and continued SFT.
final class ArmTableText {
    private static final List<String> SCORES = List.of("success_greedy", "success_sampled");

    private ArmTableText() {}

    static void print(ArmTable table, PrintStream to) {
        if (table.rows().isEmpty()) {
            return;
        }
        to.println();
        Table.lines(scores(table)).forEach(to::println);
        to.println("tokens, updates and seconds of training after SFT (of sft: SFT itself), and tokens drawn to answer;"
                + " in all " + table.seeds().size() + " seed(s)");
        if (!table.comparisons().isEmpty()) {
            to.println();
            Table.lines(comparisons(table)).forEach(to::println);
            to.println("points on the same prompts, 95 % bootstrap intervals over "
                    + (table.seeds().size() > 1 ? "seeds and prompts" : "prompts")
                    + "; d of prompts, h of rates; p by paired bootstrap and by sign test; Holm over "
                    + table.comparisons().size() + " comparisons; * < 0.05, ** < 0.01, *** < 0.001");
        }
    }

    private static List<List<String>> scores(ArmTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "arm",
                ScoreTable.label(SCORES.get(0)) + ", %",
                ScoreTable.label(SCORES.get(1)) + ", %",
                "drawn",
                "trained",
                "updates",
                "seconds",
                "answering"));
        for (ArmTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.arm()));
            for (String score : SCORES) {
                Interval i = row.scores().get(score);
                cells.add(i == null ? "" : points("%.1f", i));
            }
            cells.addAll(compute(row.compute()));
            rows.add(cells);
        }
        return rows;
    }

    private static List<String> compute(Compute c) {
        return c == null
                ? List.of("", "", "", "", "")
                : List.of(
                        count(c.generated()),
                        count(c.trained()),
                        count(c.updates()),
                        String.format(Locale.ROOT, "%.0f", c.seconds()),
                        count(c.answered()));
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static List<List<String>> comparisons(ArmTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("arm", "score", "against", "difference", "d", "h", "p", "p sign", "p Holm", ""));
        for (ArmComparison c : table.comparisons()) {
            rows.add(List.of(
                    c.arm(),
                    ScoreTable.label(c.score()),
                    c.against(),
                    points("%+.1f", c.difference()),
                    String.format(Locale.ROOT, "%+.2f", c.d()),
                    String.format(Locale.ROOT, "%+.2f", c.h()),
                    p(c.p()),
                    p(c.pSign()),
                    p(c.pHolm()),
                    c.mark()));
        }
        return rows;
    }

    private static String p(double p) {
        return String.format(Locale.ROOT, "%.4f", p);
    }

    private static String points(String format, Interval i) {
        String value = String.format(Locale.ROOT, format, 100 * i.value());
        return Double.isNaN(i.low())
                ? value
                : value
                        + String.format(
                                Locale.ROOT, " [" + format + ", " + format + "]", 100 * i.low(), 100 * i.high());
    }
}
