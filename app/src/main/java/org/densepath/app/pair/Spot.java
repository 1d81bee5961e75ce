package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.List;
import org.densepath.paint.FigurePainter;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.HeatmapPainter;
import org.densepath.paint.PairPainter;
import org.densepath.paint.Theme;

/// A place in a figure: a token of one of its texts, or a column of a pair.
///
/// @param text which of a heatmap's texts; 0 in a pair
/// @param token the token, or the column
public record Spot(int text, int token) {
    public static final Spot NONE = new Spot(-1, -1);

    /// In units of the figure.
    record Box(double x, double y, double width, double height) {}

    public boolean isSomewhere() {
        return token >= 0;
    }

    /// What stands at a point of the figure.
    static Spot at(FigurePainter painter, HeatmapFigure heatmap, Theme theme, double x, double y) {
        if (painter instanceof PairPainter pair) {
            int column = pair.columnAt(x, y);
            return column < 0 ? NONE : new Spot(0, column);
        }
        if (painter instanceof HeatmapPainter tokens && heatmap != null) {
            for (int i = 0; i < heatmap.texts().size(); i++) {
                int token = tokens.layout(i).tokenAt(x - theme.margin(), y - tokens.textTop(i));
                if (token >= 0) {
                    return new Spot(i, token);
                }
            }
        }
        return NONE;
    }

    /// Where it stands; more than one box where a token goes over two lines.
    List<Box> boxes(FigurePainter painter, Theme theme) {
        List<Box> boxes = new ArrayList<>();
        if (isSomewhere() && painter instanceof PairPainter pair) {
            PairPainter.Place place = pair.place(token);
            boxes.add(new Box(place.x(), place.y(), place.width(), place.height()));
        } else if (isSomewhere() && painter instanceof HeatmapPainter tokens) {
            HeatmapLayout layout = tokens.layout(text);
            for (HeatmapLayout.Fragment f : layout.fragments(token)) {
                boxes.add(new Box(
                        theme.margin() + f.x(), tokens.textTop(text) + f.y() + 2, f.width(), layout.lineHeight() - 4));
            }
        }
        return boxes;
    }
}
