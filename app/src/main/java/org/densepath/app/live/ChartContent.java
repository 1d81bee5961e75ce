package org.densepath.app.live;

import java.util.List;
import org.densepath.paint.Panel;

/// A chart as it is drawn, and what its curves stand for.
///
/// @param scores final ones that stand beside the curves
record ChartContent(Chart chart, Panel panel, List<Trace> traces, List<FinalScore> scores, AxisUnit unit) {}
