package org.densepath.app.live;

import java.util.List;

/// The numbers behind charts as a table, for the clipboard.
final class ChartValues {
    private ChartValues() {}

    /// A line a point: comma-separated, with a head line. Values are as measured, not smoothed; `NaN` and
    /// `Infinity` are written out.
    static String csv(List<ChartContent> charts) {
        StringBuilder text = new StringBuilder("run,metric,stage,arm,seed,step,tokens,seconds,value\n");
        for (ChartContent chart : charts) {
            for (Trace trace : chart.traces()) {
                for (CurveTrail seed : trace.seeds()) {
                    rows(trace, seed.curve(), text);
                }
            }
        }
        return text.toString();
    }

    private static void rows(Trace trace, Curve curve, StringBuilder text) {
        String run = trace.run()
                .snapshot()
                .folder()
                .map(folder -> folder.getFileName().toString())
                .orElse(trace.run().snapshot().name());
        for (int i = 0; i < curve.size(); i++) {
            text.append(quoted(run))
                    .append(',')
                    .append(curve.key().metric())
                    .append(',')
                    .append(curve.key().track().stage())
                    .append(',')
                    .append(curve.key().track().arm())
                    .append(',')
                    .append(curve.key().track().seed())
                    .append(',')
                    .append((long) curve.step(i))
                    .append(',')
                    .append((long) curve.x(XAxis.TOKENS, i))
                    .append(',')
                    .append(curve.x(XAxis.TIME, i))
                    .append(',')
                    .append(curve.value(i))
                    .append('\n');
        }
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
