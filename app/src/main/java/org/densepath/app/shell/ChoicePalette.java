package org.densepath.app.shell;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A list that lies over the window until one of it is chosen or Escape is pressed: found by a few letters,
/// walked with the arrow keys.
abstract class ChoicePalette<T> extends StackPane {
    private static final double WIDTH = 560;

    private final Function<String, List<T>> find;
    private final TextField query = new TextField();
    private final ListView<T> found = new ListView<>();
    private final int rows;
    private Node before;

    /// @param id of the palette; `id-query` and `id-found` are those of its parts
    /// @param prompt what to type
    /// @param nothing what stands there where nothing is found
    /// @param find what a query finds, the best first
    ChoicePalette(
            String id,
            String prompt,
            String nothing,
            Function<String, List<T>> find,
            Supplier<ListCell<T>> cell,
            int rows,
            double rowHeight) {
        this.find = find;
        this.rows = rows;
        getStyleClass().add("palette-scrim");
        query.setId(id + "-query");
        query.setPromptText(prompt);
        query.textProperty().subscribe(_ -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        found.setId(id + "-found");
        found.setFixedCellSize(rowHeight);
        found.setPrefHeight(rows * rowHeight + 2);
        found.setFocusTraversable(false);
        found.setPlaceholder(new Label(nothing));
        found.setCellFactory(_ -> cell.get());
        found.setOnMouseClicked(_ -> take());
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

    /// Whether it can be chosen now.
    abstract boolean possible(T choice);

    /// Does what was chosen; the palette is gone by then.
    abstract void choose(T choice);

    private void hide() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void search() {
        found.getItems().setAll(find.apply(query.getText()));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void steer(KeyEvent event) {
        int at = found.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> take();
            case DOWN -> select(Math.min(at + 1, found.getItems().size() - 1));
            case UP -> select(Math.max(at - 1, 0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        found.getSelectionModel().select(index);
        found.scrollTo(Math.max(0, index - rows + 1));
    }

    private void take() {
        T choice = found.getSelectionModel().getSelectedItem();
        if (choice != null && possible(choice)) {
            hide();
            choose(choice);
        }
    }
}
