package org.densepath.experiment.result;

import java.util.ArrayList;
import java.util.List;
import org.densepath.experiment.ArmLabel;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;

/// A [ResultTable] as a Markdown table with its legend below.
final class MarkdownTable {
    private MarkdownTable() {}

    static String of(ResultTable table) {
        StringBuilder text = new StringBuilder();
        line(text, cells("Method", table.columns().stream().map(Column::title).toList()));
        line(text, cells("---", table.columns().stream().map(_ -> "---:").toList()));
        for (ResultTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                cells.add(cell(table.columns().get(i), row.cells().get(i)));
            }
            line(text, cells(escaped(ArmLabel.of(row.arm())), cells));
        }
        String legend = String.join(" ", ResultText.legend(table, true));
        return legend.isEmpty() ? text.toString() : text + "\n" + escaped(legend) + "\n";
    }

    private static String cell(Column column, Cell cell) {
        String value = column.unit().value(cell.value().value());
        String ends = cell.isEmpty() ? "" : column.unit().ends(cell.value());
        return (cell.best() ? "**" + value + "**" : value)
                + (ends.isEmpty() ? "" : " " + ends)
                + (cell.marks().isEmpty() ? "" : " " + escaped(cell.marks()));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\*_|`<])", "\\\\$1");
    }

    private static List<String> cells(String first, List<String> rest) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(rest);
        return cells;
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
