package org.densepath.app.pair;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.densepath.app.scoring.Role;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Chooses one model: from the shown run's, by writing or pasting a name or a path, by browsing, or by dropping a
/// folder or a GGUF file.
final class ModelBox extends HBox {
    private final ModelsViewModel models;
    private final Role role;
    private final ComboBox<String> names = new ComboBox<>();
    private boolean updating;

    ModelBox(ModelsViewModel models, Role role, String hint, String tooltip) {
        super(5);
        this.models = models;
        this.role = role;
        setAlignment(Pos.CENTER_LEFT);
        Label symbol = new Label(role.symbol());
        symbol.getStyleClass().add("model-symbol");
        symbol.setMinWidth(Region.USE_PREF_SIZE);
        symbol.setTooltip(new Tooltip(tooltip));
        symbol.setLabelFor(names);
        names.setEditable(true);
        names.setId("pair-model-" + role.name().toLowerCase(Locale.ROOT));
        names.setPromptText(hint);
        names.setAccessibleText(role.symbol() + ": " + tooltip);
        names.setMaxWidth(Double.MAX_VALUE);
        names.setPrefWidth(150);
        names.setMinWidth(80);
        names.setVisibleRowCount(14);
        names.setCellFactory(_ -> new Cell());
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setOnShowing(_ -> models.refresh());
        // changes alone: the box is made when models are chosen already
        names.valueProperty().subscribe((_, now) -> written(now));
        names.getEditor().setOnAction(_ -> written(names.getEditor().getText()));
        names.getEditor().focusedProperty().subscribe((_, now) -> {
            if (!now) {
                written(names.getEditor().getText());
            }
        });
        getChildren().addAll(symbol, names, browse());
        models.known().subscribe(_ -> list());
        models.name(role).subscribe(_ -> show());
        setOnDragOver(this::dragged);
        setOnDragDropped(this::dropped);
    }

    private MenuButton browse() {
        MenuItem folder = new MenuItem("Model folder…");
        folder.setOnAction(_ -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("A Hugging Face folder, a snapshot or a checkpoint");
            take(chooser.showDialog(getScene().getWindow()));
        });
        MenuItem file = new MenuItem("GGUF file…");
        file.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("A GGUF file");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("GGUF", "*.gguf"));
            take(chooser.showOpenDialog(getScene().getWindow()));
        });
        MenuItem none = new MenuItem("None");
        none.setOnAction(_ -> models.name(role).set(""));
        MenuButton button = new MenuButton("", new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE), folder, file, none);
        button.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Browse for a model for " + role.symbol() + "; or drop one here"));
        button.setAccessibleText("Browse for " + role.symbol());
        return button;
    }

    private void take(File chosen) {
        if (chosen != null) {
            models.name(role).set(chosen.getPath());
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (files != null && !files.isEmpty()) {
            take(files.getFirst());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void list() {
        updating = true;
        names.getItems()
                .setAll(models.known().get().choices().stream()
                        .map(NamedModel::label)
                        .distinct()
                        .toList());
        updating = false;
        show();
    }

    private void written(String text) {
        if (!updating) {
            models.name(role).set(models.nameOf(text));
        }
    }

    private void show() {
        String name = models.name(role).get();
        String label = name.isEmpty() ? "" : models.label(name);
        updating = true;
        names.setValue(label);
        names.getEditor().setText(label);
        updating = false;
        names.setTooltip(name.isEmpty() ? null : new Tooltip(name));
    }

    /// A choice; what is not kept says so and cannot be chosen.
    private final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(String label, boolean empty) {
            super.updateItem(label, empty);
            boolean there = !empty
                    && models.known().get().choices().stream()
                            .anyMatch(model -> model.label().equals(label) && model.there());
            setDisable(!empty && !there);
            setText(empty ? null : there ? label : label + "   not kept");
            setOpacity(empty || there ? 1 : 0.5);
        }
    }
}
