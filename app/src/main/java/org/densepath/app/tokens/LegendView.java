package org.densepath.app.tokens;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditPainter;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.Palette;
import org.densepath.paint.Pen;
import org.densepath.paint.TextStyle;
import org.densepath.paint.Theme;
import org.densepath.paint.ValueRange;

/// The heatmap's key: the colour bar between the ends of its range, and what zero and no credit look like.
final class LegendView extends HBox {
    private static final double[] MARKS = {0, 48};

    private final ObservableValue<Appearance> appearance;
    private final Label low = new Label();
    private final Label high = new Label();
    private final PaintedRegion bar = new PaintedRegion(this::paintBar);
    private final PaintedRegion marks = new PaintedRegion(this::paintMarks);
    private ColourMap colours = ColourMap.BLUE_ORANGE;
    private ValueRange range = ValueRange.symmetric(1);

    LegendView(ObservableValue<Appearance> appearance) {
        super(6);
        this.appearance = appearance;
        setAlignment(Pos.CENTER_RIGHT);
        low.setMinWidth(Region.USE_PREF_SIZE);
        high.setMinWidth(Region.USE_PREF_SIZE);
        low.setId("range-low");
        high.setId("range-high");
        bar.setPrefSize(120, 14);
        bar.setMinSize(50, 14);
        bar.setMaxHeight(14);
        marks.setPrefSize(118, 22);
        marks.setMinSize(118, 22);
        marks.setMaxHeight(22);
        getStyleClass().add("legend");
        getChildren().addAll(low, bar, high);
        appearance.subscribe(_ -> repaint());
    }

    /// What zero and no credit look like.
    Region marks() {
        return marks;
    }

    void show(Shown shown) {
        colours = shown.colours();
        range = shown.range();
        boolean below = false;
        boolean above = false;
        for (float value : shown.credit()) {
            below |= value < range.low();
            above |= value > range.high();
        }
        low.setText((below ? "≤ " : "") + shown.number(range.low()));
        high.setText((above ? "≥ " : "") + shown.number(range.high()));
        repaint();
    }

    private void repaint() {
        bar.repaint();
        marks.repaint();
    }

    private void paintBar(CanvasSurface surface, double width, double height) {
        Theme theme = appearance.getValue().theme();
        Palette palette = theme.palette(colours);
        for (int x = 0; x < width; x++) {
            surface.fillRectangle(x, 0, 1, height, palette.at(range.position(range.at((x + 0.5) / width))));
        }
        if (colours.marksNegative()) {
            surface.fillRectangle(0, height - 2, width / 2, 2, theme.ink());
        }
        Pen frame = Pen.solid(theme.muted(), 0.5);
        surface.polyline(
                new double[] {0.5, width - 0.5, width - 0.5, 0.5, 0.5},
                new double[] {0.5, 0.5, height - 0.5, height - 0.5, 0.5},
                5,
                frame);
        if (range.diverging()) {
            surface.line(width / 2, 0, width / 2, height, frame);
        }
    }

    /// Drawn as the tokens are.
    private void paintMarks(CanvasSurface surface, double width, double height) {
        CreditPainter painter = new CreditPainter(appearance.getValue().theme(), colours, range);
        HeatmapStyle style = new HeatmapStyle(TextStyle.Face.SANS, 3, 1.8, false, false);
        String[] words = {"zero", "no credit"};
        float[] values = {(float) Math.clamp(0, range.low(), range.high()), Float.NaN};
        for (int i = 0; i < words.length; i++) {
            HeatmapLayout word = HeatmapLayout.of(List.of(words[i]), style, 12, surface.measure(), 200);
            painter.paint(surface, word, new float[] {values[i]}, 8 + MARKS[i], 0, 0, height);
        }
    }
}
