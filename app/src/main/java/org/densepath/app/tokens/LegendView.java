package org.densepath.app.tokens;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.ColourMap;
import org.densepath.paint.NumberText;
import org.densepath.paint.Palette;
import org.densepath.paint.ValueRange;

/// The heatmap's colour bar between the ends of its range.
final class LegendView extends HBox {
    private final ObservableValue<Appearance> appearance;
    private final Label low = new Label();
    private final Label high = new Label();
    private final PaintedRegion bar = new PaintedRegion(this::paint);
    private ColourMap colours = ColourMap.BLUE_ORANGE;

    LegendView(ObservableValue<Appearance> appearance) {
        super(6);
        this.appearance = appearance;
        setAlignment(Pos.CENTER);
        low.getStyleClass().add("muted");
        high.getStyleClass().add("muted");
        low.setMinWidth(Region.USE_PREF_SIZE);
        high.setMinWidth(Region.USE_PREF_SIZE);
        bar.setPrefSize(110, 12);
        bar.setMinSize(40, 12);
        bar.setMaxHeight(12);
        getChildren().addAll(low, bar, high);
        appearance.subscribe(_ -> bar.repaint());
    }

    void show(ColourMap map, ValueRange range) {
        colours = map;
        low.setText(range.diverging() ? NumberText.signed(range.low()) : NumberText.plain(range.low()));
        high.setText(range.diverging() ? NumberText.signed(range.high()) : NumberText.plain(range.high()));
        bar.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        Palette palette = appearance.getValue().theme().palette(colours);
        for (int x = 0; x < width; x++) {
            double share = (x + 0.5) / width;
            surface.fillRectangle(x, 0, 1, height, palette.at(colours.diverging() ? 2 * share - 1 : share));
        }
    }
}
