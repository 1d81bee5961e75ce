package org.densepath.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds places for the names of limit lines, at which no two meet: above or below the line, at its left or right
/// end, whichever covers the fewest measurements.
final class LimitNotes {
    private static final int LOOKED_AT = 200;
    private static final double MARGIN = 2;

    private final PanelLayout panel;
    private final Theme theme;
    private final TextMeasure measure;
    private final List<Place> taken = new ArrayList<>();

    /// Where a name begins, and how wide it is.
    record Place(double x, double baseline, double width) {}

    LimitNotes(PanelLayout panel, Theme theme, TextMeasure measure) {
        this.panel = panel;
        this.theme = theme;
        this.measure = measure;
    }

    /// A place for the name of the line at `y`; empty where every place is taken or outside of the plot.
    Optional<Place> place(String name, double y) {
        double wide = measure.width(name, theme.label());
        double left = panel.left() + 3;
        double right = panel.right() - wide - 3;
        double above = y - 0.35 * theme.labelSize();
        double below = y + 1.15 * theme.labelSize();
        List<Place> places = List.of(
                new Place(left, above, wide),
                new Place(left, below, wide),
                new Place(right, above, wide),
                new Place(right, below, wide));
        Optional<Place> free = places.stream().filter(this::free).min(Comparator.comparingInt(this::covered));
        free.ifPresent(taken::add);
        return free;
    }

    /// How many of the measurements, or of so many of them, stand under the name.
    private int covered(Place place) {
        int covered = 0;
        for (Series series : panel.panel().series()) {
            int stride = Math.max(1, series.x().length / LOOKED_AT);
            for (int i = 0; i < series.x().length; i += stride) {
                double x = panel.x().place(series.x()[i]);
                double y = panel.y().place(series.y()[i]);
                boolean across = x >= place.x - MARGIN && x <= place.x + place.width + MARGIN;
                boolean along = y >= place.baseline - theme.labelSize() - MARGIN && y <= place.baseline + MARGIN;
                covered += across && along ? 1 : 0;
            }
        }
        return covered;
    }

    private boolean free(Place place) {
        boolean inside = place.baseline - theme.labelSize() >= panel.top() && place.baseline <= panel.bottom();
        return inside
                && taken.stream()
                        .noneMatch(other -> Math.abs(other.baseline - place.baseline) < 1.2 * theme.labelSize()
                                && other.x < place.x + place.width
                                && place.x < other.x + other.width);
    }
}
