package org.densepath.app.live;

import java.util.List;
import org.densepath.paint.Panel;

/// A chart as it is drawn, and what its curves stand for.
record ChartContent(Chart chart, Panel panel, List<Trace> traces, AxisUnit unit) {}
