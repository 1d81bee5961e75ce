package org.densepath.app.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What is wrong, a sentence or a few, where it concerns; takes no room while nothing is.
public final class ProblemLine extends Label {
    /// @param style `warning` or `problem` @param problem empty while nothing is wrong
    public ProblemLine(String id, String style, ObservableValue<String> problem) {
        setId(id);
        getStyleClass().add(style);
        setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        setWrapText(true);
        textProperty().bind(problem);
        visibleProperty().bind(problem.map(text -> !text.isEmpty()));
        managedProperty().bind(visibleProperty());
    }
}
