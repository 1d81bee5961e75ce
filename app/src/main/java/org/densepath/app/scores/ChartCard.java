package org.densepath.app.scores;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.Figure;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// A chart under a heading, with what it is chosen by and a button that hands it to Figures; not there while
/// there is nothing to draw.
final class ChartCard extends VBox {
    private final FigureSheet sheet;
    private final Label title = new Label();
    private final boolean named;
    private String name = "";

    /// @param id of the chart; its button is `export-` and this
    /// @param heading empty for the title of what is drawn
    /// @param controls beside the heading
    ChartCard(
            String id,
            String heading,
            ObservableValue<Appearance> appearance,
            Consumer<FigureOffer> exports,
            Supplier<Map<String, String>> provenance,
            Node... controls) {
        super(6);
        getStyleClass().add("card");
        sheet = new FigureSheet(id, appearance);
        named = !heading.isEmpty();
        title.setText(heading);
        title.getStyleClass().add("card-title");
        title.setMinWidth(named ? Region.USE_PREF_SIZE : 0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button export = new Button(null, new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setId("export-" + id);
        export.getStyleClass().addAll("small", "flat", "button-icon");
        export.setTooltip(new Tooltip("Export this chart as a figure"));
        export.setAccessibleText("Export this chart as a figure");
        export.setOnAction(_ ->
                sheet.figure().ifPresent(figure -> exports.accept(new FigureOffer(figure, provenance.get(), name))));
        HBox header = new HBox(8, title, gap);
        header.getChildren().addAll(controls);
        header.getChildren().add(export);
        header.getStyleClass().add("score-controls");
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header, sheet);
        visibleProperty().bind(sheet.visibleProperty());
        managedProperty().bind(visibleProperty());
    }

    /// @param file a name for it without an ending
    void show(Optional<? extends Figure> figure, String file) {
        name = file;
        if (!named) {
            title.setText(figure.map(Figure::title).orElse(""));
        }
        sheet.show(figure);
    }
}
