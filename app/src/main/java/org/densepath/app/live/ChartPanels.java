package org.densepath.app.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.densepath.paint.Panel;

/// Charts for places that show a run in passing and have no choices to make.
final class ChartPanels {
    private ChartPanels() {}

    /// The charts for a first look, over steps, smoothed as usual.
    static List<Panel> main(RunSnapshot run) {
        ChartLook look = new ChartLook(
                XAxis.STEP,
                AxisUnit.of(XAxis.STEP, 0),
                KeptChoices.DEFAULT.smoothing(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                true);
        ChartMaker maker = new ChartMaker(List.of(new ShownRun(run)), look);
        return ChartCatalogue.of(
                        run.curves().stream().map(curve -> curve.key().metric()).collect(Collectors.toSet()))
                .stream()
                .filter(Chart::main)
                .map(chart -> maker.make(chart).panel())
                .toList();
    }
}
