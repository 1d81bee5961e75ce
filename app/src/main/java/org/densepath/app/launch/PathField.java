package org.densepath.app.launch;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.densepath.experiment.SettingDescription.Kind;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// A path to a model or a data file: typed, pasted, browsed for, or dropped.
final class PathField extends HBox {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final Field field;
    private final boolean model;
    private final CustomTextField path = new CustomTextField();

    PathField(Field field) {
        super(6);
        this.field = field;
        model = field.setting().kind() == Kind.MODEL;
        path.setId(Controls.id(field.setting()));
        path.textProperty().bindBidirectional(field.text());
        path.setPromptText(prompt());
        path.setAccessibleText(field.setting().label());
        path.setLeft(icon());
        path.setRight(clear());
        // a long path's end tells more than its beginning
        path.focusedProperty().subscribe(focused -> {
            if (!focused) {
                path.end();
            }
        });
        pseudoClassStateChanged(Styles.STATE_DANGER, false);
        field.problem().subscribe(why -> path.pseudoClassStateChanged(Styles.STATE_DANGER, !why.isEmpty()));
        HBox.setHgrow(path, Priority.ALWAYS);
        getChildren().addAll(path, model ? browseModel() : browseFile());
        acceptDrops();
    }

    private String prompt() {
        String empty = field.setting().empty();
        if (!empty.isEmpty()) {
            return Character.toUpperCase(empty.charAt(0)) + empty.substring(1) + "; or drop a file here";
        }
        return "Drop a " + (model ? "model folder or a GGUF file" : "file") + " here, or paste its path";
    }

    private FontIcon icon() {
        FontIcon icon = new FontIcon(model ? MaterialDesignC.CUBE_OUTLINE : MaterialDesignF.FILE_DOCUMENT_OUTLINE);
        icon.getStyleClass().add("launch-path-icon");
        return icon;
    }

    private Button clear() {
        Button clear = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        clear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "launch-clear");
        clear.setFocusTraversable(false);
        clear.setAccessibleText("Empty");
        clear.setTooltip(new Tooltip("Empty"));
        clear.visibleProperty().bind(field.text().isNotEmpty());
        clear.setOnAction(_ -> field.text().set(""));
        return clear;
    }

    private MenuButton browseModel() {
        MenuItem folder = new MenuItem("Model folder…");
        folder.setOnAction(_ -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("A Hugging Face model folder or a snapshot");
            near().ifPresent(chooser::setInitialDirectory);
            take(chooser.showDialog(getScene().getWindow()));
        });
        MenuItem gguf = new MenuItem("GGUF file…");
        gguf.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("A model in GGUF");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("GGUF", "*.gguf"));
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*"));
            near().ifPresent(chooser::setInitialDirectory);
            take(chooser.showOpenDialog(getScene().getWindow()));
        });
        MenuItem sample = new MenuItem("The sample model");
        sample.setOnAction(_ -> field.text().set("sample:model"));
        MenuButton browse = new MenuButton("Browse", null, folder, gguf, sample);
        named(browse);
        return browse;
    }

    private Button browseFile() {
        Button browse = new Button("Browse");
        browse.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(field.setting().label());
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter("Data", "*.jsonl", "*.json", "*.parquet"));
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*"));
            near().ifPresent(chooser::setInitialDirectory);
            take(chooser.showOpenDialog(getScene().getWindow()));
        });
        named(browse);
        return browse;
    }

    private void named(ButtonBase browse) {
        browse.setId("browse-" + field.setting().key().replace('.', '-'));
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setTooltip(new Tooltip("Choose from a folder"));
    }

    private Optional<File> near() {
        File parent = new File(field.text().get()).getParentFile();
        return Optional.ofNullable(parent).filter(File::isDirectory);
    }

    private void take(File chosen) {
        if (chosen != null) {
            field.text().set(chosen.getPath());
        }
    }

    private void acceptDrops() {
        setOnDragOver(event -> {
            if (fitting(event.getDragboard().getFiles()).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragEntered(event -> pseudoClassStateChanged(
                DROP, fitting(event.getDragboard().getFiles()).isPresent()));
        setOnDragExited(_ -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(event -> {
            Optional<Path> dropped = fitting(event.getDragboard().getFiles());
            dropped.ifPresent(file -> field.text().set(file.toString()));
            event.setDropCompleted(dropped.isPresent());
            event.consume();
        });
    }

    /// What of the files that are dragged this field can take.
    private Optional<Path> fitting(List<File> files) {
        return files.stream()
                .map(File::toPath)
                .filter(file -> model ? Dropped.of(file) == Dropped.MODEL : Dropped.of(file) == Dropped.DATA)
                .findFirst();
    }
}
