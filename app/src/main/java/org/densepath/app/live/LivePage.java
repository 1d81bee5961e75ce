package org.densepath.app.live;

import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.Appearance;

/// The page of the shown run: how it stands, its curves and numbers.
public final class LivePage extends VBox {
    public LivePage(RunViewModel run, ObjectProperty<Appearance> appearance) {
        super(14);
        getStyleClass().add("page");
        GridPane below = new GridPane(14, 14);
        below.getColumnConstraints().addAll(column(66), column(34));
        CurvesView curves = new CurvesView(run, appearance);
        GridPane.setVgrow(curves, Priority.ALWAYS);
        below.add(curves, 0, 0);
        below.add(new NumbersView(run), 1, 0);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(new RunView(run), below);
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }
}
