package org.densepath.paint;

import java.util.List;
import java.util.Optional;

/// One chart of a [CurveFigure].
///
/// @param logY whether the y axis is logarithmic; values that are not positive are then gaps
/// @param limits horizontal lines that mean something (a target, a bound)
/// @param marks vertical lines where something happened
/// @param xRange what the x axis shows; everything when empty
/// @param yRange what the y axis shows; everything when empty
/// @param logX whether the x axis is logarithmic; points that are not right of zero are then left out
/// @param signs single points that a reader must not miss
/// @param beyond limits far outside of the curves: told at the plot's edge, the axis is not stretched to them
public record Panel(
        String title,
        String xLabel,
        String yLabel,
        boolean logY,
        List<Series> series,
        List<Line> limits,
        List<Line> marks,
        Optional<Extent> xRange,
        Optional<Extent> yRange,
        boolean logX,
        List<Sign> signs,
        List<Beyond> beyond) {
    /// A labelled line across the panel at `at`.
    public record Line(String label, double at) {}

    /// A sign at a point. `y` is NaN where the point has no value: the sign then stands on the x axis.
    public record Sign(Kind kind, double x, double y, String label) {
        public enum Kind {
            WARNING,
            /// A value that is not a number or infinite: the curve has a gap there.
            NOT_FINITE
        }
    }

    /// A limit above (`up`) or below what is shown.
    public record Beyond(String label, boolean up) {}

    public Panel {
        series = List.copyOf(series);
        limits = List.copyOf(limits);
        marks = List.copyOf(marks);
        signs = List.copyOf(signs);
        beyond = List.copyOf(beyond);
        if (logY && yRange.isPresent() && yRange.get().low() <= 0) {
            throw new IllegalArgumentException(
                    title + ": a logarithmic axis from " + yRange.get().low());
        }
        if (logX && xRange.isPresent() && xRange.get().low() <= 0) {
            throw new IllegalArgumentException(
                    title + ": a logarithmic axis from " + xRange.get().low());
        }
    }

    /// With a linear x axis and without signs.
    public Panel(
            String title,
            String xLabel,
            String yLabel,
            boolean logY,
            List<Series> series,
            List<Line> limits,
            List<Line> marks,
            Optional<Extent> xRange,
            Optional<Extent> yRange) {
        this(title, xLabel, yLabel, logY, series, limits, marks, xRange, yRange, false, List.of(), List.of());
    }

    public static Panel of(String title, String xLabel, String yLabel, List<Series> series) {
        return new Panel(
                title, xLabel, yLabel, false, series, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /// Without title and unit: for a place that names them itself.
    ///
    /// @param x whether the x axis keeps its name
    public Panel bare(boolean x) {
        return new Panel("", x ? xLabel : "", "", logY, series, limits, marks, xRange, yRange, logX, signs, beyond);
    }

    public Panel withSeries(List<Series> other) {
        return new Panel(title, xLabel, yLabel, logY, other, limits, marks, xRange, yRange, logX, signs, beyond);
    }

    public Panel withLogY() {
        return new Panel(title, xLabel, yLabel, true, series, limits, marks, xRange, yRange, logX, signs, beyond);
    }

    public Panel withLogX() {
        return new Panel(title, xLabel, yLabel, logY, series, limits, marks, xRange, yRange, true, signs, beyond);
    }

    public Panel withLimits(List<Line> other) {
        return new Panel(title, xLabel, yLabel, logY, series, other, marks, xRange, yRange, logX, signs, beyond);
    }

    public Panel withBeyond(List<Beyond> other) {
        return new Panel(title, xLabel, yLabel, logY, series, limits, marks, xRange, yRange, logX, signs, other);
    }

    public Panel withMarks(List<Line> other) {
        return new Panel(title, xLabel, yLabel, logY, series, limits, other, xRange, yRange, logX, signs, beyond);
    }

    public Panel withSigns(List<Sign> other) {
        return new Panel(title, xLabel, yLabel, logY, series, limits, marks, xRange, yRange, logX, other, beyond);
    }

    /// Zoomed to parts of the axes.
    public Panel withRanges(Optional<Extent> x, Optional<Extent> y) {
        return new Panel(title, xLabel, yLabel, logY, series, limits, marks, x, y, logX, signs, beyond);
    }
}
