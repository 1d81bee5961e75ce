package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// Where the columns of a pair stand: rows that break before words, as wide as the wider token each.
final class PairLayout {
    private final PairFigure figure;
    private final TextMeasure measure;
    private final TextStyle style;
    private final double width;
    private final List<Row> rows = new ArrayList<>();

    /// A column's tokens as they are drawn; empty where there is none.
    record Cell(int column, String first, String second, double x, double width) {}

    record Row(List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    PairLayout(PairFigure figure, TextStyle style, TextMeasure measure, double width) {
        this.figure = figure;
        this.style = style;
        this.measure = measure;
        this.width = width;
        List<Cell> open = new ArrayList<>();
        double end = 0;
        for (int i = 0; i < figure.alignment().columns().size(); i++) {
            Alignment.Column column = figure.alignment().columns().get(i);
            String first = drawn(figure.first(), column.first());
            String second = drawn(figure.second(), column.second());
            double wide = Math.min(width, Math.max(widthOf(first), widthOf(second)));
            if (end + wide > width && !open.isEmpty()) {
                end = close(open, lastWord(open, i));
            }
            open.add(new Cell(i, first, second, end, wide));
            end += wide;
            if (feeds(figure.first(), column.first()) || feeds(figure.second(), column.second())) {
                end = close(open, open.size());
            }
        }
        if (!open.isEmpty()) {
            close(open, open.size());
        }
    }

    List<Row> rows() {
        return rows;
    }

    /// Makes a row of the first `count` cells and leaves the others in `open`; returns where those end.
    private double close(List<Cell> open, int count) {
        rows.add(new Row(open.subList(0, count)));
        List<Cell> rest = List.copyOf(open.subList(count, open.size()));
        open.clear();
        double end = 0;
        for (Cell cell : rest) {
            open.add(new Cell(cell.column, cell.first, cell.second, end, cell.width));
            end += cell.width;
        }
        return end;
    }

    /// How many of the open cells stay in their row when column `next` does not fit any more.
    private int lastWord(List<Cell> open, int next) {
        if (beginsWord(next)) {
            return open.size();
        }
        // a word of more than half a line is cut where the line ends
        for (int i = open.size() - 1; i > 0 && open.get(i).x > width / 2; i--) {
            if (beginsWord(open.get(i).column)) {
                return i;
            }
        }
        return open.size();
    }

    private boolean beginsWord(int column) {
        Alignment.Column here = figure.alignment().columns().get(column);
        return blankAt(figure.first(), here.first()) || blankAt(figure.second(), here.second());
    }

    private static boolean blankAt(CreditedText text, int token) {
        return token >= 0
                && (text.tokens().get(token).startsWith(" ")
                        || token > 0 && text.tokens().get(token - 1).endsWith(" "));
    }

    private static boolean feeds(CreditedText text, int token) {
        return token >= 0 && text.tokens().get(token).indexOf('\n') >= 0;
    }

    private String drawn(CreditedText text, int token) {
        if (token < 0) {
            return "";
        }
        String shown = text.tokens().get(token).replace("\r\n", "\n").replace("\n", Glyphs.NEWLINE);
        return Glyphs.of(shown, figure.style().blanks());
    }

    /// A token that reads as nothing, and a place that is empty, keep a sliver.
    private double widthOf(String text) {
        double least = 0.55 * style.size();
        return Math.max(least, text.isEmpty() ? 0 : measure.width(text, style))
                + 2 * figure.style().padding();
    }
}
