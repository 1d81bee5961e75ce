package org.densepath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.FamilyTable;
import org.densepath.experiment.ScoreTable;

/// Success and return by family for a terminal.
final class FamilyTableText {
    private static final List<String> SCORES =
            List.of("success_greedy", "success_sampled", "return_greedy", "return_sampled");

    private FamilyTableText() {}

    static List<String> lines(FamilyTable table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("family", "n", "arm"));
        SCORES.forEach(score -> head.add(ScoreTable.label(score) + (isShare(score) ? ", %" : "")));
        rows.add(head);
        String before = null;
        for (FamilyTable.Row row : table.rows()) {
            boolean first = !row.family().equals(before);
            before = row.family();
            List<String> cells =
                    new ArrayList<>(List.of(first ? family(row) : "", first ? String.valueOf(row.n()) : "", row.arm()));
            SCORES.forEach(score -> cells.add(cell(score, row.scores().get(score))));
            rows.add(cells);
        }
        List<String> lines = new ArrayList<>(Table.lines(rows));
        lines.add("means over held-out prompts, 95 % bootstrap intervals over "
                + (table.seeds().size() > 1 ? "seeds and prompts" : "prompts") + "; returns in nats a response");
        return lines;
    }

    private static String family(FamilyTable.Row row) {
        return row.family().isEmpty() ? "(none)" : row.family();
    }

    private static boolean isShare(String score) {
        return score.startsWith("success");
    }

    private static String cell(String score, Interval i) {
        if (i == null) {
            return "";
        }
        double scale = isShare(score) ? 100 : 1;
        String format = isShare(score) ? "%.1f" : "%+.2f";
        String value = String.format(Locale.ROOT, format, scale * i.value());
        return Double.isNaN(i.low())
                ? value
                : value
                        + String.format(
                                Locale.ROOT, " [" + format + ", " + format + "]", scale * i.low(), scale * i.high());
    }
}
