package org.densepath.experiment.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;

/// The words of a [ResultTable].
public final class ResultText {
    private ResultText() {}

    /// `39.5 [36.8, 42.1] *†`; empty for no value.
    public static String of(Column column, Cell cell) {
        return joined(plain(column, cell), cell.marks());
    }

    /// `39.5 [36.8, 42.1]`.
    public static String plain(Column column, Cell cell) {
        return cell.isEmpty()
                ? ""
                : joined(
                        column.unit().value(cell.value().value()), column.unit().ends(cell.value()));
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + " " + second;
    }

    /// A sentence a line about a cell: against what it stands how, and what it is over. Empty where there is
    /// nothing to tell.
    public static List<String> details(Column column, Cell cell) {
        List<String> lines = new ArrayList<>();
        if (cell.isEmpty() || column.kind() == Column.Kind.COST) {
            return lines;
        }
        against(lines, column, cell.sft(), "SFT");
        against(lines, column, cell.continued(), "continued SFT");
        if (cell.best()) {
            lines.add("The best of this column, and ahead of the next (p < 0.05).");
        }
        if (cell.n() > 0) {
            lines.add("n = " + cell.n() + (cell.seeds() > 1 ? " in each of " + cell.seeds() + " seeds." : "."));
        }
        return lines;
    }

    private static void against(List<String> lines, Column column, ArmComparison c, String whom) {
        if (c != null) {
            lines.add("Against " + whom + ": " + column.unit().signed(c.difference()) + " points, "
                    + (c.pHolm() < 0.0001 ? "p < 0.0001" : "p = " + String.format(Locale.ROOT, "%.4f", c.pHolm()))
                    + " corrected.");
        }
    }

    /// What the numbers and marks mean, a sentence each, for below the table.
    ///
    /// @param bold whether the best values are written in bold
    public static List<String> legend(ResultTable table, boolean bold) {
        List<String> sentences = new ArrayList<>();
        boolean tested = !table.seeds().isEmpty();
        boolean success = has(table, Column.Kind.SUCCESS);
        if (success) {
            sentences.add("Success on the held-out prompts with 95 % bootstrap intervals over "
                    + (table.seeds().size() > 1 ? table.seeds().size() + " seeds and the prompts." : "the prompts."));
        }
        long benchmarkTests = benchmarkTests(table);
        if (table.comparisons() + benchmarkTests > 0) {
            sentences.add(ResultTable.SFT_MARK + " differs from SFT, " + ResultTable.CONTINUED_MARK
                    + " from continued SFT, up or down (paired bootstrap on the same prompts, p < 0.05 after Holm's"
                    + " correction" + (table.comparisons() > 0 ? " over " + counted(table.comparisons()) : "") + ").");
        }
        if (bold && (tested && success || benchmarkTests > 0)) {
            sentences.add("Bold: ahead of the next best by the same test.");
        }
        if (has(table, Column.Kind.BENCHMARK)) {
            sentences.add("Benchmarks have the intervals of their own files"
                    + (benchmarkTests == 0
                            ? " and are not tested."
                            : "; those without a judge are tested in the same way, with " + counted(benchmarkTests)
                                    + " of their own."));
        }
        if (table.column("updates").isPresent()) {
            sentences.add("Cost of training after SFT (of SFT: its own)"
                    + (table.seeds().size() > 1 ? ", all seeds together." : "."));
        }
        return sentences;
    }

    private static String counted(long comparisons) {
        return comparisons + (comparisons == 1 ? " comparison" : " comparisons");
    }

    private static long benchmarkTests(ResultTable table) {
        long tests = 0;
        for (ResultTable.Row row : table.rows()) {
            for (int i = 0; i < table.columns().size(); i++) {
                if (table.columns().get(i).kind() == Column.Kind.BENCHMARK) {
                    Cell cell = row.cells().get(i);
                    tests += (cell.sft() == null ? 0 : 1) + (cell.continued() == null ? 0 : 1);
                }
            }
        }
        return tests;
    }

    private static boolean has(ResultTable table, Column.Kind kind) {
        return table.columns().stream().anyMatch(column -> column.kind() == kind);
    }
}
