package org.densepath.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Rows of text in columns, as wide as they need to be, two blanks between them.
final class Table {
    private Table() {}

    /// All rows have the same number of columns.
    static List<String> lines(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(c -> rows.stream().mapToInt(row -> width(row.get(c))).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            line.append(row.get(c)).append(" ".repeat(widths[c] - width(row.get(c)) + 2));
        }
        return line.toString().stripTrailing();
    }

    /// A combining sign, as on r̂, takes no column.
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    /// Three digits: `3.21e-07`, `0.913`.
    static String number(double value) {
        boolean plain = value == 0 || Math.abs(value) >= 0.01 && Math.abs(value) < 10_000;
        return String.format(Locale.ROOT, plain ? "%.3g" : "%.2e", value);
    }
}
