package org.densepath.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every action by a few letters of its name: lies over the window until one is chosen.
final class CommandPalette extends StackPane {
    private static final double WIDTH = 560;
    private static final int ROWS = 9;
    private static final double ROW = 34;

    private final Actions actions;
    private final TextField query = new TextField();
    private final ListView<Action> found = new ListView<>();
    private Node before;

    CommandPalette(Actions actions) {
        this.actions = actions;
        getStyleClass().add("palette-scrim");
        query.setId("palette-query");
        query.setPromptText("Type what you want to do");
        query.textProperty().subscribe(_ -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        found.setId("palette-found");
        found.setFixedCellSize(ROW);
        found.setPrefHeight(ROWS * ROW + 2);
        found.setFocusTraversable(false);
        found.setPlaceholder(new Label("Nothing is called so."));
        found.setCellFactory(_ -> new Cell());
        found.setOnMouseClicked(_ -> run());
        VBox box = new VBox(8, query, found);
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setAlignment(box, Pos.TOP_CENTER);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        setVisible(false);
    }

    void show() {
        before = getScene() == null ? null : getScene().getFocusOwner();
        query.clear();
        search();
        setVisible(true);
        query.requestFocus();
    }

    private void hide() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void search() {
        found.getItems().setAll(actions.find(query.getText()));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void steer(KeyEvent event) {
        int at = found.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> run();
            case DOWN -> choose(Math.min(at + 1, found.getItems().size() - 1));
            case UP -> choose(Math.max(at - 1, 0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        found.getSelectionModel().select(index);
        found.scrollTo(Math.max(0, index - ROWS + 1));
    }

    private void run() {
        Action action = found.getSelectionModel().getSelectedItem();
        if (action != null && action.possible().get()) {
            hide();
            action.run().run();
        }
    }

    /// The action's icon, title and keys; why it is not possible, where it is not.
    private static final class Cell extends ListCell<Action> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label note = new Label();
        private final HBox row;

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            note.getStyleClass().add("muted");
            note.setMinWidth(0);
            title.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(10, icon, title, gap, note);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                icon.setIconCode(action.icon());
                title.setText(action.group() + ": " + action.title());
                boolean possible = action.possible().get();
                note.setText(
                        possible
                                ? action.keys()
                                        .map(keys -> keys.getDisplayText())
                                        .orElse("")
                                : action.why().get());
                row.setOpacity(possible ? 1 : 0.55);
            }
        }
    }
}
