package org.densepath.app.pair;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything that was scored, the newest first; a click goes back.
final class HistoryPane extends VBox {
    private final PairViewModel model;
    private final ListView<Version> list = new ListView<>();

    HistoryPane(PairViewModel model) {
        super(4);
        this.model = model;
        Label title = new Label("History");
        title.getStyleClass().add("field-heading");
        Label empty = new Label("Each scored version is kept here: score, edit, score again, and compare.");
        empty.setWrapText(true);
        empty.getStyleClass().add("muted");
        empty.setMaxWidth(220);
        list.setId("pair-history");
        list.setAccessibleText("Scored versions");
        list.getStyleClass().addAll("dense", "history");
        list.setPlaceholder(empty);
        list.setCellFactory(_ -> new HistoryCell(model));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                goBack();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                goBack();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setPrefHeight(100);
        getChildren().addAll(title, list);
        model.versions().addListener((ListChangeListener<Version>)
                _ -> list.getItems().setAll(model.versions().reversed()));
        list.getItems().setAll(model.versions().reversed());
        model.shown().subscribe(now -> {
            now.current().ifPresent(version -> list.getSelectionModel().select(version));
            list.refresh();
        });
    }

    private void goBack() {
        Version version = list.getSelectionModel().getSelectedItem();
        if (version != null) {
            model.goBack(version);
        }
    }
}
