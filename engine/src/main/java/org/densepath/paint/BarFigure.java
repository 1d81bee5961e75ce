package org.densepath.paint;

import java.util.List;

/// Scores with intervals, in groups on one axis (a group a benchmark or a category, a bar an arm).
///
/// @param valueLabel what the axis shows, with its unit
/// @param signed whether values are differences, written with their sign
public record BarFigure(String title, String valueLabel, List<Group> groups, String caption, boolean signed)
        implements Figure {
    public BarFigure {
        groups = List.copyOf(groups);
    }

    /// Of values that are no differences.
    public BarFigure(String title, String valueLabel, List<Group> groups, String caption) {
        this(title, valueLabel, groups, caption, false);
    }

    @Override
    public BarFigure withTitle(String other) {
        return new BarFigure(other, valueLabel, groups, caption, signed);
    }

    @Override
    public BarFigure withCaption(String other) {
        return new BarFigure(title, valueLabel, groups, other, signed);
    }

    /// Bars under a heading, which may be empty.
    public record Group(String heading, List<Bar> bars) {
        public Group {
            bars = List.copyOf(bars);
        }
    }

    /// One score.
    ///
    /// @param value NaN where there is none
    /// @param low lower end of the interval, NaN for none
    /// @param high upper end, NaN for none
    /// @param note stands behind the value: how many were judged, how many were not
    /// @param colour index into [Theme#series]
    /// @param points what the value is the mean of (a point a seed); empty for nothing to show
    public record Bar(
            String name, double value, double low, double high, String note, int colour, List<Double> points) {
        public Bar {
            // not in figures of earlier versions
            points = points == null ? List.of() : List.copyOf(points);
            if (low > high) {
                throw new IllegalArgumentException(name + ": an interval from " + low + " to " + high);
            }
        }

        /// Without points.
        public Bar(String name, double value, double low, double high, String note, int colour) {
            this(name, value, low, high, note, colour, List.of());
        }
    }
}
