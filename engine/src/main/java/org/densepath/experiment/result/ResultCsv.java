package org.densepath.experiment.result;

import java.util.ArrayList;
import java.util.List;
import org.densepath.experiment.ArmComparison;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;

/// A [ResultTable] as comma-separated values, numbers as they were computed (shares from 0 to 1): for each score
/// also the ends of its interval, and of what was tested the differences with their corrected p.
final class ResultCsv {
    private ResultCsv() {}

    static String of(ResultTable table) {
        StringBuilder text = new StringBuilder();
        List<String> heads = new ArrayList<>(List.of("arm"));
        table.columns().forEach(column -> heads.addAll(heads(column)));
        line(text, heads);
        for (ResultTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.arm()));
            for (int i = 0; i < table.columns().size(); i++) {
                cells.addAll(cells(table.columns().get(i), row.cells().get(i)));
            }
            line(text, cells);
        }
        return text.toString();
    }

    private static List<String> heads(Column column) {
        String id = column.id();
        return switch (column.kind()) {
            case COST -> List.of(id);
            case MEASURED -> List.of(id, id + "_low", id + "_high");
            case SUCCESS, BENCHMARK ->
                List.of(
                        id,
                        id + "_low",
                        id + "_high",
                        id + "_minus_sft",
                        id + "_minus_sft_p_holm",
                        id + "_minus_continued_sft",
                        id + "_minus_continued_sft_p_holm",
                        id + "_best");
        };
    }

    private static List<String> cells(Column column, Cell cell) {
        List<String> cells = new ArrayList<>(List.of(Unit.raw(cell.value().value())));
        if (column.kind() == Column.Kind.COST) {
            return cells;
        }
        cells.add(Unit.raw(cell.value().low()));
        cells.add(Unit.raw(cell.value().high()));
        if (column.kind() != Column.Kind.MEASURED) {
            cells.addAll(tested(cell.sft()));
            cells.addAll(tested(cell.continued()));
            cells.add(cell.best() ? "1" : "0");
        }
        return cells;
    }

    private static List<String> tested(ArmComparison c) {
        return c == null ? List.of("", "") : List.of(Unit.raw(c.difference().value()), Unit.raw(c.pHolm()));
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(ResultCsv::cell).toList()))
                .append('\n');
    }

    private static String cell(String text) {
        return text.matches(".*[\",\\s#].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
