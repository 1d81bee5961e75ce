package org.densepath.app.tokens;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.run.TraceRow;

/// Each token's credit, laid over the text: the step's responses at the left, the chosen one's heatmap, beside
/// and below it room for what other features say about the pointed token.
public final class TokensView extends BorderPane {
    private final TokensViewModel model;
    private final TokensCommands commands;
    private final TokensToolbar toolbar;
    private final HeatmapCard card;
    private final SplitPane middle = new SplitPane();
    private TokenWatcher watcher;

    public TokensView(TokensViewModel model, TokensMemory memory, ObservableValue<Appearance> appearance) {
        this.model = model;
        commands = new TokensCommands(model, memory);
        toolbar = new TokensToolbar(model, commands);
        card = new HeatmapCard(model, appearance);
        toolbar.exports(false);
        getStylesheets().add(TokensView.class.getResource("tokens.css").toExternalForm());
        getStyleClass().add("tokens");
        ResponsesView responses = new ResponsesView(model);
        responses.setPrefWidth(252);
        responses.setMinWidth(190);
        middle.getItems().add(card);
        middle.getStyleClass().add("bare-split");
        setTop(toolbar);
        setLeft(responses);
        setCenter(middle);
        setMargin(toolbar, new Insets(0, 0, 12, 0));
        setMargin(responses, new Insets(0, 12, 0, 0));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.selection().hovered().subscribe(_ -> tell());
        model.selection().cursor().subscribe(_ -> tell());
        model.shown().subscribe(_ -> tell());
    }

    /// Shows `panel` at the right of the heatmap.
    public void beside(Region panel) {
        setRight(panel);
        setMargin(panel, new Insets(0, 0, 0, 12));
    }

    /// Shows `panel` below the heatmap while it is visible.
    public void below(Region panel) {
        panel.managedProperty().bind(panel.visibleProperty());
        SplitPane.setResizableWithParent(panel, false);
        middle.setOrientation(Orientation.VERTICAL);
        panel.visibleProperty().subscribe(visible -> {
            middle.getItems().remove(panel);
            if (visible) {
                middle.getItems().add(panel);
                middle.setDividerPositions(0.58);
            }
        });
    }

    public void watchedBy(TokenWatcher other) {
        watcher = other;
        tell();
    }

    public void exportsBy(Consumer<FigureOffer> export) {
        commands.exportsBy(export);
        toolbar.exports(true);
    }

    /// @param edit opens the shown response in an editor
    public void editsBy(Runnable edit) {
        commands.editsBy(edit);
        toolbar.edits(true);
    }

    /// @param said takes short notes
    /// @param refused takes sentences on what was not possible
    public void speaksBy(Consumer<String> said, Consumer<String> refused) {
        commands.speaksBy(said, refused);
    }

    TokensCommands commands() {
        return commands;
    }

    /// The page's keys, wherever in it the focus is but in a text field.
    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl
                || event.isShortcutDown()
                || event.isControlDown()
                || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case OPEN_BRACKET -> commands.response(-1);
            case CLOSE_BRACKET -> commands.response(1);
            case E -> commands.edit();
            case F -> commands.export();
            default -> {
                // where brackets are not keys of their own
                if (event.getText().equals("[") || event.getText().equals("]")) {
                    commands.response(event.getText().equals("[") ? -1 : 1);
                } else if (event.getCode().isDigitKey() && event.getText().matches("\\d")) {
                    commands.layer(Integer.parseInt(event.getText()));
                } else {
                    return;
                }
            }
        }
        event.consume();
    }

    private void tell() {
        if (watcher == null) {
            return;
        }
        Optional<TraceRow> row = model.response();
        int token = model.selection().pointed();
        Optional<Path> run = model.run();
        if (row.isPresent()
                && run.isPresent()
                && token >= 0
                && token < row.get().responseLength()) {
            watcher.pointed(row.get(), token, run.get());
        } else {
            watcher.cleared();
        }
    }
}
