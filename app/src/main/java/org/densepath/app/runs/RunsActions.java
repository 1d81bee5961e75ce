package org.densepath.app.runs;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What the library lets a person do, for the palette and the shortcuts page.
public final class RunsActions {
    private static final String GROUP = "Library";

    private RunsActions() {}

    /// @param page the library's page, made when it is asked for
    /// @param show brings it to the front
    public static void add(Actions actions, RunsViewModel model, Supplier<RunsView> page, Runnable show) {
        actions.add(Action.of("runs.search", "Search the runs", GROUP, MaterialDesignM.MAGNIFY, () -> {
            show.run();
            page.get().search();
        }));
        actions.add(Action.of(
                        "runs.compare", "Compare the chosen runs", GROUP, MaterialDesignC.COMPARE_HORIZONTAL, () -> {
                            show.run();
                            page.get().compare();
                        })
                .when(
                        Bindings.createBooleanBinding(() -> model.chosen().size() > 1, model.chosen()),
                        () -> "Choose two or more runs in the library."));
        for (RunDeed deed : RunDeed.values()) {
            if (model.offers(deed)) {
                actions.add(Action.of(
                                "runs." + deed.name().toLowerCase(Locale.ROOT),
                                deed.title() + " (chosen run)",
                                GROUP,
                                deed.icon(),
                                () -> model.act(deed))
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> model.hindrance(deed).isEmpty(), model.chosen(), model.looks()),
                                () -> model.hindrance(deed).orElse("")));
            }
        }
    }
}
