package org.densepath.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.ScoreTable;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.ResultText;
import org.densepath.experiment.result.Unit;

/// An experiment's score table for a terminal: every arm with its success and what it cost, then every arm
/// against SFT and continued SFT.
final class ArmTableText {
    private ArmTableText() {}

    /// @param results the whole table, of which `table` holds the tests
    static void print(ResultTable results, ArmTable table, PrintStream to) {
        if (results.isEmpty()) {
            return;
        }
        to.println();
        Table.lines(scores(results)).forEach(to::println);
        ResultText.legend(results, false).forEach(to::println);
        if (!table.comparisons().isEmpty()) {
            to.println();
            Table.lines(comparisons(table)).forEach(to::println);
            to.println("points on the same prompts, 95 % bootstrap intervals over "
                    + (table.seeds().size() > 1 ? "seeds and prompts" : "prompts")
                    + "; d of prompts, h of rates; p by paired bootstrap and by sign test; Holm over "
                    + table.comparisons().size() + " comparisons; * < 0.05, ** < 0.01, *** < 0.001");
        }
    }

    private static List<List<String>> scores(ResultTable table) {
        List<ResultTable.Column> columns = table.columns().stream()
                .filter(column -> column.main() || column.kind() == ResultTable.Column.Kind.COST)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("arm"));
        columns.forEach(column -> heads.add(column.heading()));
        rows.add(heads);
        for (ResultTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.arm()));
            columns.forEach(column -> cells.add(ResultText.of(column, table.cell(row.arm(), column.id()))));
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<String>> comparisons(ArmTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("arm", "score", "against", "difference", "d", "h", "p", "p sign", "p Holm", ""));
        for (ArmComparison c : table.comparisons()) {
            rows.add(List.of(
                    c.arm(),
                    ScoreTable.label(c.score()),
                    c.against(),
                    Unit.PERCENT.signed(c.difference()),
                    signed(c.d()),
                    signed(c.h()),
                    p(c.p()),
                    p(c.pSign()),
                    p(c.pHolm()),
                    c.mark()));
        }
        return rows;
    }

    private static String signed(double effect) {
        return String.format(Locale.ROOT, "%+.2f", effect).replace('-', '−');
    }

    private static String p(double p) {
        return String.format(Locale.ROOT, "%.4f", p);
    }
}
