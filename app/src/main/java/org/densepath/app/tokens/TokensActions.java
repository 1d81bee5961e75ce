package org.densepath.app.tokens;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.paint.TokenSpans;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// All that can be done on the page, for the command palette and the list of shortcuts.
public final class TokensActions {
    private static final String GROUP = "Tokens";

    private final Actions actions;
    private final Runnable show;
    private final BooleanBinding shown;

    private TokensActions(Actions actions, TokensViewModel model, Runnable show) {
        this.actions = actions;
        this.show = show;
        this.shown = Bindings.createBooleanBinding(() -> model.shown().get().isPresent(), model.shown());
    }

    /// @param view the page, made when it is asked for @param show brings it to the front
    public static void add(Actions actions, Supplier<TokensView> view, TokensViewModel model, Runnable show) {
        new TokensActions(actions, model, show).addAll(() -> view.get().commands(), model);
    }

    private void addAll(Supplier<TokensCommands> commands, TokensViewModel model) {
        for (TokenLayer layer : TokenLayer.values()) {
            int key = (layer.ordinal() + 1) % 10;
            add(
                    "layer-" + HeatmapSettings.word(layer),
                    "Show " + layer.label(),
                    MaterialDesignL.LAYERS_OUTLINE,
                    Integer.toString(key),
                    () -> commands.get().layer(key));
        }
        add("response-before", "Previous response", MaterialDesignC.CHEVRON_UP, "[", () -> commands.get()
                .response(-1));
        add("response-after", "Next response", MaterialDesignC.CHEVRON_DOWN, "]", () -> commands.get()
                .response(1));
        add("step-before", "Previous kept step", MaterialDesignC.CHEVRON_LEFT, "", () -> commands.get()
                .step(-1));
        add("step-after", "Next kept step", MaterialDesignC.CHEVRON_RIGHT, "", () -> commands.get()
                .step(1));
        add("follow", "Follow the newest step", MaterialDesignF.FAST_FORWARD, "", () -> model.following()
                .set(true));
        add("pin", "Pin the token or take its pin away", MaterialDesignP.PIN_OUTLINE, "Space", () -> commands.get()
                .pin());
        add("clear-pins", "Take all pins away", MaterialDesignP.PIN_OFF_OUTLINE, "", () -> model.selection()
                .clearPins());
        add("clear-range", "Clear the range", MaterialDesignC.CLOSE, "Esc", () -> model.selection()
                .clearRange());
        for (TokenSpans.Unit unit : TokenSpans.Unit.values()) {
            add(
                    "by-" + HeatmapSettings.word(unit),
                    "One value a " + HeatmapSettings.word(unit),
                    MaterialDesignF.FORMAT_TEXT_WRAPPING_WRAP,
                    "",
                    () -> model.settings().unit().set(unit));
        }
        add(
                "range-automatic",
                "Automatic range of colours",
                MaterialDesignA.ARROW_EXPAND_HORIZONTAL,
                "",
                () -> model.settings().resetRange());
        add("reset", "Reset the view", MaterialDesignR.RESTORE, "", () -> model.settings()
                .reset());
        add("copy-view", "Copy the view as text", MaterialDesignL.LINK_VARIANT, "", () -> commands.get()
                .copyView());
        add("paste-view", "Paste a copied view", MaterialDesignC.CONTENT_PASTE, "", () -> commands.get()
                .pasteView());
        add("edit", "Edit the response and score it again", MaterialDesignP.PENCIL_OUTLINE, "E", () -> commands.get()
                .edit());
        add("export", "Export the heatmap as a figure", MaterialDesignE.EXPORT_VARIANT, "F", () -> commands.get()
                .export());
        add(
                "export-running",
                "Export the running return as a figure",
                MaterialDesignE.EXPORT_VARIANT,
                "",
                () -> commands.get().exportRunning());
    }

    private void add(String id, String title, Ikon icon, String key, Runnable run) {
        Action action = Action.of("tokens." + id, title, GROUP, icon, () -> {
                    show.run();
                    run.run();
                })
                .when(shown, () -> "No response is shown; open a run that has sampled some.");
        actions.add(key.isEmpty() ? action : action.on(key));
    }
}
