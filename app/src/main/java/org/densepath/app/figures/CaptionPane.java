package org.densepath.app.figures;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.ProseArea;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The caption: what the figure shows, and where it comes from.
final class CaptionPane extends VBox {
    CaptionPane(FiguresViewModel model, Runnable copy) {
        super(4);
        Label heading = new Label("Caption");
        heading.getStyleClass().add("figure-heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button reset = button("reset-caption", "Write it anew from the figure", MaterialDesignR.RESTORE);
        reset.setOnAction(_ -> model.resetCaption());
        Button take = button("copy-caption", "Copy the caption", MaterialDesignC.CONTENT_COPY);
        take.setOnAction(_ -> copy.run());
        HBox header = new HBox(2, heading, gap, reset, take);
        header.setAlignment(Pos.CENTER_LEFT);
        ProseArea text = new ProseArea(model.caption, "Caption");
        text.text().setId("figure-caption");
        text.setPrefHeight(110);
        text.setMinHeight(72);
        text.getStyleClass().add("figure-caption");
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().addAll(header, text);
        disableProperty().bind(model.result().isNull());
    }

    private static Button button(String id, String hint, org.kordamp.ikonli.Ikon icon) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        return button;
    }
}
