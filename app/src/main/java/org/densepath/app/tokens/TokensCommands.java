package org.densepath.app.tokens;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.densepath.BadInputException;
import org.densepath.app.figures.FigureOffer;

/// What the page does when a button or a key asks for it.
final class TokensCommands {
    private final TokensViewModel model;
    private final TokensMemory memory;
    private Optional<Consumer<FigureOffer>> exporter = Optional.empty();
    private Optional<Runnable> editor = Optional.empty();
    private Consumer<String> say = _ -> {};
    private Consumer<String> refuse = _ -> {};

    TokensCommands(TokensViewModel model, TokensMemory memory) {
        this.model = model;
        this.memory = memory;
    }

    void exportsBy(Consumer<FigureOffer> export) {
        exporter = Optional.of(export);
    }

    void editsBy(Runnable edit) {
        editor = Optional.of(edit);
    }

    /// @param said short notes @param refused sentences on what was not possible
    void speaksBy(Consumer<String> said, Consumer<String> refused) {
        say = said;
        refuse = refused;
    }

    void export() {
        offer(shown -> HeatmapOffer.of(shown, model.settings(), run()));
    }

    void exportRunning() {
        offer(shown -> HeatmapOffer.running(shown, run()));
    }

    private void offer(Function<Shown, FigureOffer> made) {
        model.shown().get().map(made).ifPresent(offer -> exporter.ifPresent(export -> export.accept(offer)));
    }

    private String run() {
        return model.run().map(run -> run.getFileName().toString()).orElse("");
    }

    void edit() {
        editor.ifPresent(Runnable::run);
    }

    void response(int direction) {
        model.choose(model.selected().get() + direction);
    }

    void step(int direction) {
        model.kept().get().next(model.step().get().step(), direction).ifPresent(model::go);
    }

    /// The layer of a key, 1 … 9 and 0 for the tenth, where the step has it.
    void layer(int number) {
        TokenLayer layer = TokenLayer.values()[(number + 9) % 10];
        if (TokenLayer.in(model.step().get()).contains(layer)) {
            model.layer().set(layer);
        }
    }

    void copyView() {
        memory.now().ifPresent(state -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, state.text()));
            say.accept("The view is copied; paste it here again, or send it.");
        });
    }

    void pasteView() {
        try {
            String text = Clipboard.getSystemClipboard().getString();
            memory.restore(text == null ? "" : text);
        } catch (BadInputException e) {
            refuse.accept(e.getMessage());
        }
    }

    void pin() {
        int token = model.selection().pointed();
        if (token >= 0) {
            model.selection().pin(token);
        }
    }
}
