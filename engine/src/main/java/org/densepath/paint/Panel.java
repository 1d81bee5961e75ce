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
public record Panel(
        String title,
        String xLabel,
        String yLabel,
        boolean logY,
        List<Series> series,
        List<Line> limits,
        List<Line> marks,
        Optional<Extent> xRange,
        Optional<Extent> yRange) {
    /// A labelled line across the panel at `at`.
    public record Line(String label, double at) {}

    public Panel {
        series = List.copyOf(series);
        limits = List.copyOf(limits);
        marks = List.copyOf(marks);
        if (logY && yRange.isPresent() && yRange.get().low() <= 0) {
            throw new IllegalArgumentException(
                    title + ": a logarithmic axis from " + yRange.get().low());
        }
    }

    public static Panel of(String title, String xLabel, String yLabel, List<Series> series) {
        return new Panel(
                title, xLabel, yLabel, false, series, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    public Panel withSeries(List<Series> other) {
        return new Panel(title, xLabel, yLabel, logY, other, limits, marks, xRange, yRange);
    }

    public Panel withLogY() {
        return new Panel(title, xLabel, yLabel, true, series, limits, marks, xRange, yRange);
    }

    public Panel withLimits(List<Line> other) {
        return new Panel(title, xLabel, yLabel, logY, series, other, marks, xRange, yRange);
    }

    public Panel withMarks(List<Line> other) {
        return new Panel(title, xLabel, yLabel, logY, series, limits, other, xRange, yRange);
    }

    /// Zoomed to parts of the axes.
    public Panel withRanges(Optional<Extent> x, Optional<Extent> y) {
        return new Panel(title, xLabel, yLabel, logY, series, limits, marks, x, y);
    }
}
