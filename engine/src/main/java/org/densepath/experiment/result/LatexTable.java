package org.densepath.experiment.result;

import java.util.ArrayList;
import java.util.List;
import org.densepath.experiment.ArmLabel;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;
import org.densepath.paint.file.LatexText;

/// A [ResultTable] as a `booktabs` table, to be read with `\input`; what it needs and a caption for it stand in
/// its first lines.
final class LatexTable {
    private LatexTable() {}

    static String of(ResultTable table) {
        StringBuilder text = new StringBuilder();
        table.provenance().forEach((name, value) -> comment(text, name + ": " + value));
        comment(text, "In the preamble: \\usepackage{booktabs}");
        comment(
                text,
                "In the text: \\begin{table} \\centering \\footnotesize \\setlength{\\tabcolsep}{4pt}"
                        + " \\input{THIS-FILE} \\caption{...} \\end{table}");
        comment(text, "Caption: " + latex(String.join(" ", ResultText.legend(table, true))));
        String body = body(table);
        if (body.contains("\\dpchar{")) {
            text.append(LatexText.DEFINITION);
        }
        return text.append(body).toString();
    }

    private static String body(ResultTable table) {
        StringBuilder text = new StringBuilder(
                "\\begin{tabular}{l" + "r".repeat(table.columns().size()) + "}\n");
        text.append("\\toprule\n");
        List<String> headings = new ArrayList<>(List.of("Method"));
        table.columns().forEach(column -> headings.add(latex(column.title())));
        line(text, headings);
        text.append("\\midrule\n");
        boolean controls = true;
        for (ResultTable.Row row : table.rows()) {
            boolean control = row.arm().equals("base")
                    || row.arm().equals("sft")
                    || row.arm().startsWith("sft-at-");
            if (controls && !control && row != table.rows().getFirst()) {
                text.append("\\midrule\n");
            }
            controls = controls && control;
            List<String> cells = new ArrayList<>(List.of(latex(ArmLabel.of(row.arm()))));
            for (int i = 0; i < table.columns().size(); i++) {
                cells.add(cell(table.columns().get(i), row.cells().get(i)));
            }
            line(text, cells);
        }
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    private static String cell(Column column, Cell cell) {
        if (cell.isEmpty()) {
            return "";
        }
        String value = latex(column.unit().value(cell.value().value()));
        String ends = column.unit().ends(cell.value());
        String marks = cell.marks()
                .replace(ResultTable.SFT_MARK, "\\ast ")
                .replace(ResultTable.CONTINUED_MARK, "\\dagger ")
                .strip();
        return (cell.best() ? "\\textbf{" + value + "}" : value)
                + (ends.isEmpty() ? "" : " {\\scriptsize " + latex(ends) + "}")
                // marks take no room, so that numbers stay below each other
                + (marks.isEmpty() ? "" : "\\rlap{$^{" + marks + "}$}");
    }

    /// Without the groups that end ligatures where there is none to end.
    private static String latex(String text) {
        return LatexText.of(text).replaceAll("([-',])\\{\\}(?!\\1)", "$1");
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(" & ", cells)).append(" \\\\\n");
    }

    private static void comment(StringBuilder text, String line) {
        text.append("% ").append(line.replaceAll("\\R", " ")).append('\n');
    }
}
