package org.densepath.app.bench;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Where there is nothing yet: a sentence that says so, and the command that makes it, to copy.
final class CommandHint extends VBox {
    private static final double WIDTH = 620;

    private final Label sentence = new Label();
    private final Label command = new Label();
    private final HBox line;

    /// @param id of the sentence; the command's has `-command` behind it
    CommandHint(String id) {
        super(12);
        setAlignment(Pos.CENTER);
        sentence.setId(id);
        sentence.getStyleClass().add("muted");
        sentence.setWrapText(true);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.setMaxWidth(WIDTH);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        command.setId(id + "-command");
        command.getStyleClass().add("command");
        command.setWrapText(true);
        command.setMinHeight(Region.USE_PREF_SIZE);
        command.setMaxWidth(WIDTH);
        Button copy = new Button("Copy", new FontIcon(MaterialDesignC.CONTENT_COPY));
        copy.setId(id + "-copy");
        copy.getStyleClass().addAll("small", "flat");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setTooltip(new Tooltip("Copy the command; it is to be run in the product's folder"));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(command.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        line = new HBox(8, command, copy);
        line.setAlignment(Pos.CENTER);
        getChildren().addAll(sentence, line);
        managedProperty().bind(visibleProperty());
    }

    /// @param words of the command; empty where none helps
    void say(String text, String words) {
        sentence.setText(text);
        command.setText(words);
        line.setVisible(!words.isEmpty());
        line.setManaged(!words.isEmpty());
    }
}
