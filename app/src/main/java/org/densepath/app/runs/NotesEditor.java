package org.densepath.app.runs;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;
import org.densepath.run.RunNotes;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A run's tags and note. What is typed is kept without being asked to.
final class NotesEditor extends VBox {
    private final RunsViewModel model;
    private final FlowPane tags = new FlowPane(4, 4);
    private final TextField tag = new TextField();
    private final TextArea note = new TextArea();
    private final Label kept = new Label();
    private RunRow row;
    private boolean showing;

    NotesEditor(RunsViewModel model) {
        super(6);
        this.model = model;
        Label tagsTitle = new Label("Tags");
        tagsTitle.getStyleClass().add("section-title");
        tag.setId("new-tag");
        tag.setPromptText("Add a tag");
        tag.setTooltip(new Tooltip("Type a tag and press Enter"));
        tag.setOnAction(_ -> addTag());
        AutoCompletionBinding<String> known = TextFields.bindAutoCompletion(tag, asked -> model.tags().stream()
                .filter(t -> !asked.getUserText().isBlank()
                        && t.startsWith(asked.getUserText())
                        && !t.equals(asked.getUserText()))
                .toList());
        known.setVisibleRowCount(5);
        Label noteTitle = new Label("Note");
        noteTitle.getStyleClass().add("section-title");
        kept.getStyleClass().addAll("muted", "run-small");
        HBox noteHeader = new HBox(8, noteTitle, kept);
        noteHeader.setAlignment(Pos.BASELINE_LEFT);
        note.setId("note");
        note.setPromptText("What was tried, and what came of it");
        note.setPrefRowCount(3);
        note.setWrapText(true);
        note.textProperty().subscribe(text -> type(text));
        VBox.setVgrow(note, Priority.NEVER);
        getChildren().addAll(tagsTitle, tags, tag, noteHeader, note);
    }

    /// Shows the notes of `other`, with the keyboard's place kept while it is the same run.
    void show(RunRow other) {
        boolean same = other == row;
        row = other;
        RunNotes notes = other.now().notes();
        showTags(notes);
        showing = true;
        if (!same || !note.isFocused() && !note.getText().equals(notes.note())) {
            note.setText(notes.note());
            kept.setText("");
        }
        showing = false;
        boolean mine = !other.isSample();
        tag.setDisable(!mine);
        note.setEditable(mine);
        note.setPromptText(
                mine
                        ? "What was tried, and what came of it"
                        : "The sample run belongs to the product: notes are kept with your own runs.");
        if (!same) {
            tag.clear();
        }
    }

    private void showTags(RunNotes notes) {
        tags.getChildren().setAll(notes.tags().stream().map(this::removable).toList());
        tags.setVisible(!notes.tags().isEmpty());
        tags.setManaged(!notes.tags().isEmpty());
    }

    private Label removable(String text) {
        Label chip = TagChips.chip(text);
        Button remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        remove.getStyleClass().addAll("flat", "tag-remove");
        remove.setAccessibleText("Remove the tag " + text);
        remove.setTooltip(new Tooltip("Remove the tag " + text));
        remove.setOnAction(_ -> model.keep(row, row.now().notes().withoutTag(text)));
        chip.setGraphic(remove);
        chip.getStyleClass().add("tag-removable");
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        return chip;
    }

    private void addTag() {
        if (row != null && !tag.getText().isBlank()) {
            model.keep(row, row.now().notes().withTag(tag.getText()));
            tag.clear();
        }
    }

    private void type(String text) {
        if (row != null && !showing) {
            model.keep(row, row.now().notes().withNote(text));
            kept.setText("kept with the run");
        }
    }
}
