package org.densepath.app.live;

import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What can be done with the curves from anywhere in the window.
public final class LiveActions {
    private final Actions actions;
    private final Navigator navigator;

    private LiveActions(Actions actions, Navigator navigator) {
        this.actions = actions;
        this.navigator = navigator;
    }

    public static void add(Actions actions, LiveViewModel model, Navigator navigator) {
        LiveActions live = new LiveActions(actions, navigator);
        ChartChoices choices = model.choices();
        live.add("main", "Show the main charts", MaterialDesignC.CHART_MULTILINE, () -> choices.charts()
                .set(ChartChoice.MAIN));
        live.add("all", "Show a chart of every metric", MaterialDesignC.CHART_MULTILINE, () -> choices.charts()
                .set(ChartChoice.ALL));
        for (XAxis axis : XAxis.values()) {
            live.add(
                    "over-" + axis.name().toLowerCase(java.util.Locale.ROOT),
                    "Draw curves over " + axis.label().toLowerCase(java.util.Locale.ROOT),
                    MaterialDesignC.CHART_LINE,
                    () -> choices.axis().set(axis));
        }
        live.add("log-y", "Switch between logarithmic and linear y axes", MaterialDesignM.MATH_LOG, () -> choices.logY()
                .set(!choices.logY().get()));
        actions.add(Action.of(
                        "live.reset-zoom",
                        "Reset the zoom of all charts",
                        "Curves",
                        MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
                        choices::resetZoom)
                .when(model.zoomed(), () -> "All of every axis is shown already."));
    }

    private void add(String id, String title, Ikon icon, Runnable does) {
        actions.add(Action.of("live." + id, title, "Curves", icon, () -> {
            navigator.show("live");
            does.run();
        }));
    }
}
