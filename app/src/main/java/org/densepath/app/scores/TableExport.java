package org.densepath.app.scores;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.densepath.app.task.Notices;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.TableFormat;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The menu that hands out the score table as LaTeX, CSV and Markdown, to a file or to the clipboard.
final class TableExport extends MenuButton {
    private final ScoresViewModel model;
    private final Notices notices;
    private final Place place;

    /// Where a person wants a file to be; empty for nowhere.
    @FunctionalInterface
    interface Place {
        Optional<Path> ask(TableFormat format, String name);
    }

    TableExport(ScoresViewModel model, Notices notices, Optional<Place> place) {
        super("Export", new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        this.model = model;
        this.notices = notices;
        this.place = place.orElse(this::dialog);
        setId("export-table");
        getStyleClass().add("small");
        setTooltip(new Tooltip("Export the table as LaTeX, CSV or Markdown"));
        for (TableFormat format : TableFormat.values()) {
            getItems().add(item("save-" + format.extension(), format.label() + "…", () -> save(format)));
        }
        getItems().add(new SeparatorMenuItem());
        for (TableFormat format : TableFormat.values()) {
            getItems().add(item("copy-" + format.extension(), "Copy as " + format.label(), () -> copy(format)));
        }
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private void save(TableFormat format) {
        ResultTable now = model.results().get().table();
        String name = now.provenance().getOrDefault("run", "run") + "-scores." + format.extension();
        // the person is asked before a file is replaced, by the system's own dialog
        place.ask(format, name)
                .ifPresent(file ->
                        model.save(format, file, () -> notices.say("Saved to " + file + "."), notices::problem));
    }

    private void copy(TableFormat format) {
        ClipboardContent content = new ClipboardContent();
        content.putString(format.of(model.results().get().table()));
        Clipboard.getSystemClipboard().setContent(content);
        notices.say("The " + format.label() + " is on the clipboard.");
    }

    private Optional<Path> dialog(TableFormat format, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save as " + format.label());
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.label(), "*." + format.extension()));
        Window window = getScene() == null ? null : getScene().getWindow();
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }
}
