package org.densepath.app.pair;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What can be done with a text, in the command palette.
public final class PairActions {
    private static final String GROUP = "Try text";

    private PairActions() {}

    /// @param page makes the page when it is first asked
    /// @param show brings the page to the front
    public static void add(Actions actions, PairViewModel model, Supplier<PairPage> page, Runnable show) {
        BooleanBinding idle =
                Bindings.createBooleanBinding(() -> model.task().get().isEmpty(), model.task());
        BooleanBinding scored = Bindings.createBooleanBinding(
                () -> model.shown().get().current().isPresent(), model.shown());
        actions.add(Action.of("pair.score", "Score the answer", GROUP, MaterialDesignC.CHECK, () -> {
                    show.run();
                    model.score();
                })
                .when(idle, () -> "The models are being asked."));
        actions.add(Action.of("pair.generate", "Generate an answer", GROUP, MaterialDesignP.PENCIL_PLUS_OUTLINE, () -> {
                    show.run();
                    model.generate();
                })
                .when(idle, () -> "The models are being asked."));
        actions.add(Action.of("pair.edit", "Write or edit an answer", GROUP, MaterialDesignP.PENCIL_OUTLINE, () -> {
                    show.run();
                    page.get().edit();
                })
                .on("Shortcut+E"));
        actions.add(
                Action.of("pair.export", "Export the compared answers", GROUP, MaterialDesignE.EXPORT_VARIANT, () -> {
                            show.run();
                            page.get().export();
                        })
                        .when(scored, () -> "Score an answer first."));
    }
}
