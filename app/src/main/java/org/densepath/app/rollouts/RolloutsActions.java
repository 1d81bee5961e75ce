package org.densepath.app.rollouts;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What can be done with the kept responses, from anywhere in the window.
public final class RolloutsActions {
    private static final String WHY = "Open the page Rollouts of a run that has kept responses first.";

    private RolloutsActions() {}

    /// @param go shows their page
    public static void add(Actions actions, RolloutsViewModel model, Runnable go) {
        ObservableBooleanValue any =
                Bindings.createBooleanBinding(() -> model.lines().get().responses() > 0, model.lines());
        add(actions, go, any, "best", "Best response", MaterialDesignA.ARROW_UP, model::best);
        add(actions, go, any, "worst", "Worst response", MaterialDesignA.ARROW_DOWN, model::worst);
        add(actions, go, any, "random", "A response at random", MaterialDesignD.DICE_3_OUTLINE, model::random);
        Runnable group = () -> model.grouped().set(!model.grouped().get());
        add(actions, go, any, "group", "Group responses by prompt", MaterialDesignF.FORMAT_LIST_GROUP, group);
    }

    private static void add(
            Actions actions,
            Runnable go,
            ObservableBooleanValue any,
            String id,
            String title,
            Ikon icon,
            Runnable run) {
        actions.add(Action.of("rollouts." + id, title, "Rollouts", icon, () -> {
                    go.run();
                    run.run();
                })
                .when(any, () -> WHY));
    }
}
