package org.densepath.app.tokens;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.CreditPainter;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.Pen;
import org.densepath.paint.Theme;
import org.densepath.paint.ValueRange;
import org.densepath.run.TraceRow;

/// A response's tokens over their credit, any length: only the visible lines are drawn. The arrow keys move from
/// token to token.
final class HeatmapView extends Region {
    private static final HeatmapStyle STYLE =
            new HeatmapStyle(HeatmapStyle.ROOMY.face(), 1.5, 1.75, HeatmapStyle.ROOMY.newlines(), false);
    private static final double BAR = 12;
    /// Room for the frame that shows the keyboard's focus.
    private static final double EDGE = 4;

    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private final ScrollBar scroll = new ScrollBar();
    private final ReadOnlyIntegerWrapper token = new ReadOnlyIntegerWrapper(-1);
    private List<String> tokens = List.of();
    private float[] credit = new float[0];
    private ValueRange range = ValueRange.symmetric(1);
    private TokenLayer layer = TokenLayer.REWARD;
    private HeatmapLayout layout;

    HeatmapView(ObservableValue<Appearance> appearance) {
        this.appearance = appearance;
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(_ -> canvas.repaint());
        getChildren().addAll(canvas, scroll);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("heatmap");
        canvas.setOnMouseMoved(event -> token.set(at(event.getX(), event.getY())));
        canvas.setOnMousePressed(_ -> requestFocus());
        setOnScroll(event -> scrollTo(scroll.getValue() - event.getDeltaY()));
        setOnKeyPressed(this::move);
        token.addListener(_ -> canvas.repaint());
        appearance.subscribe(_ -> canvas.repaint());
    }

    /// The token under the pointer or the cursor; −1 for none.
    ReadOnlyIntegerProperty token() {
        return token.getReadOnlyProperty();
    }

    /// Shows a response; `values` has one number a token.
    void show(TraceRow row, TokenLayer shown, ValueRange scale) {
        boolean other = !tokens.equals(row.tokens());
        tokens = row.tokens();
        credit = shown.of(row);
        layer = shown;
        range = scale;
        if (other) {
            layout = null;
            token.set(-1);
            scroll.setValue(0);
        }
        requestLayout();
        canvas.repaint();
    }

    void showNothing() {
        tokens = List.of();
        credit = new float[0];
        layout = null;
        token.set(-1);
        requestLayout();
        canvas.repaint();
    }

    @Override
    protected void layoutChildren() {
        Theme theme = appearance.getValue().theme();
        double height = Math.max(1, getHeight() - 2 * EDGE);
        double width = Math.max(1, getWidth() - BAR - 2 * EDGE);
        if (layout == null || layout.width() != width) {
            layout = HeatmapLayout.of(tokens, STYLE, theme.bodySize(), canvas.measure(), width);
        }
        canvas.resizeRelocate(EDGE, EDGE, width, height);
        boolean needed = layout.height() > height;
        scroll.setVisible(needed);
        scroll.setMax(Math.max(0, layout.height() - height));
        scroll.setVisibleAmount(layout.height() <= 0 ? 1 : scroll.getMax() * height / layout.height());
        scroll.setUnitIncrement(layout.lineHeight());
        scroll.setBlockIncrement(height);
        scroll.setValue(Math.min(scroll.getValue(), scroll.getMax()));
        scroll.resizeRelocate(getWidth() - BAR, EDGE, BAR, height);
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (layout == null || layout.tokens() != credit.length) {
            return;
        }
        Theme theme = appearance.getValue().theme();
        double from = scroll.getValue();
        new CreditPainter(theme, layer.colours(), range).paint(surface, layout, credit, 0, -from, from, from + height);
        if (token.get() >= 0 && token.get() < layout.tokens()) {
            Pen pen = Pen.solid(theme.ink(), 1.5);
            for (HeatmapLayout.Fragment f : layout.fragments(token.get())) {
                double left = f.x() + 0.75;
                double right = f.x() + f.width() - 0.75;
                double top = f.y() - from + 2;
                double bottom = f.y() - from + layout.lineHeight() - 2;
                surface.polyline(
                        new double[] {left, right, right, left, left},
                        new double[] {top, top, bottom, bottom, top},
                        5,
                        pen);
            }
        }
    }

    private int at(double x, double y) {
        return layout == null ? -1 : layout.tokenAt(x, y + scroll.getValue());
    }

    private void move(KeyEvent event) {
        if (layout == null || layout.tokens() == 0) {
            return;
        }
        int now = token.get();
        int next =
                switch (event.getCode()) {
                    case RIGHT -> Math.min(now + 1, layout.tokens() - 1);
                    case LEFT -> Math.max(now - 1, 0);
                    case DOWN -> vertically(now, 1);
                    case UP -> vertically(now, -1);
                    case HOME -> 0;
                    case END -> layout.tokens() - 1;
                    default -> -2;
                };
        if (next != -2) {
            token.set(next);
            double y = layout.fragments(next).getFirst().y();
            if (y < scroll.getValue()) {
                scrollTo(y);
            } else if (y + layout.lineHeight() > scroll.getValue() + canvas.getHeight()) {
                scrollTo(y + layout.lineHeight() - canvas.getHeight());
            }
            event.consume();
        }
    }

    private int vertically(int now, int lines) {
        if (now < 0) {
            return 0;
        }
        HeatmapLayout.Fragment here = layout.fragments(now).getFirst();
        int there = layout.nearest(here.line() + lines, here.x() + here.width() / 2);
        return there < 0 ? now : there;
    }

    private void scrollTo(double value) {
        scroll.setValue(Math.clamp(value, 0, scroll.getMax()));
    }
}
