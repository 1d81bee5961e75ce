package org.densepath.app.live;

import java.util.Optional;
import org.densepath.paint.Extent;

/// How a chart is to be drawn.
///
/// @param smoothing weight of the moving average, 0 (none) … below 1 @param zoom a part of the x axis in the curves'
/// own units (steps, tokens, seconds) @param up a part of the y axis @param every whether every point is wanted,
/// as for a file, or what a screen can show
record ChartLook(
        XAxis axis,
        AxisUnit unit,
        double smoothing,
        boolean logX,
        boolean logY,
        Optional<Extent> zoom,
        Optional<Extent> up,
        boolean every) {}
