package org.densepath.app.launch;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The command that starts the same run in a terminal, to copy.
final class CommandView extends VBox {
    CommandView(LaunchViewModel model) {
        super(8);
        getStyleClass().add("card");
        Label title = new Label("The same in a terminal");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button("Copy", new FontIcon(MaterialDesignC.CONTENT_COPY));
        copy.setId("copy-launch-command");
        copy.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "launch-copy");
        copy.setTooltip(new Tooltip("Copy the command; it is to be run in the product's folder"));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.command().get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Label command = new Label();
        command.setId("launch-command");
        command.getStyleClass().add("command");
        command.setWrapText(true);
        command.setMaxWidth(Double.MAX_VALUE);
        command.textProperty().bind(model.command());
        HBox head = new HBox(title, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, command);
    }
}
