package org.densepath.app.inspect;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What can be done with the token that is looked at, in the command palette.
public final class InspectorActions {
    private static final String WHY = "Point at a token first.";

    private InspectorActions() {}

    /// @param latex copies the token's equations @param show brings the page with the inspector to the front
    public static void add(Actions actions, Runnable latex, InspectorViewModel model, Runnable show) {
        BooleanBinding pointed =
                Bindings.createBooleanBinding(() -> model.place().get().isPresent(), model.place());
        actions.add(
                Action.of("inspect.explain", "Explain the token", "Tokens", MaterialDesignF.FUNCTION_VARIANT, () -> {
                            show.run();
                            model.explaining().set(!model.explaining().get());
                        })
                        .when(pointed, () -> WHY));
        actions.add(Action.of(
                        "inspect.latex",
                        "Copy the token's equations as LaTeX",
                        "Tokens",
                        MaterialDesignC.CONTENT_COPY,
                        latex)
                .when(pointed, () -> WHY));
    }
}
