package org.densepath.app.tokens;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.HeatmapStyle;

/// A response's tokens over their credit, of any length: only the visible lines are drawn.
final class HeatmapView extends Region {
    private static final double BAR = 12;
    /// Room for the frame that shows the keyboard's focus.
    private static final double EDGE = 4;

    private final TokensViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private final ScrollBar scroll = new ScrollBar();
    private Optional<Shown> shown = Optional.empty();
    private HeatmapContent content;
    private HeatmapStyle style;
    private boolean prompt;
    /// Whether the cursor was set since the last layout.
    private boolean unseen;

    HeatmapView(TokensViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(_ -> canvas.repaint());
        getChildren().addAll(canvas, scroll);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleRoleDescription("Tokens and their credit; the arrow keys go from token to token");
        getStyleClass().add("heatmap");
        new HeatmapPointer(this, model.selection());
        new HeatmapKeys(this, model.selection());
        setOnScroll(event -> scrollTo(scroll.getValue() - event.getDeltaY()));
        model.shown().subscribe(this::show);
        model.selection().hovered().subscribe(_ -> canvas.repaint());
        model.selection().cursor().subscribe(token -> {
            // laid out first: the text may be new
            unseen = token.intValue() >= 0;
            requestLayout();
            canvas.repaint();
        });
        model.selection().range().subscribe(_ -> canvas.repaint());
        model.selection().pins().subscribe(_ -> canvas.repaint());
        focusedProperty().subscribe(_ -> canvas.repaint());
        appearance.subscribe(_ -> canvas.repaint());
    }

    /// The node that the pointer is over.
    Region canvas() {
        return canvas;
    }

    Optional<Shown> shown() {
        return shown;
    }

    /// Where things stand; null before the first layout and while nothing is shown.
    HeatmapContent content() {
        return content;
    }

    /// The cell at a point of the canvas, −1 for none.
    int cellAt(double x, double y) {
        return content == null ? -1 : content.cellAt(x, y + scroll.getValue());
    }

    /// How many lines are visible at once.
    int visibleLines() {
        return content == null
                ? 1
                : Math.max(1, (int) (canvas.getHeight() / content.text().lineHeight()) - 1);
    }

    void reveal(int cell) {
        double top = content.top(cell);
        double line = content.text().lineHeight();
        if (cell == 0) {
            scrollTo(0);
        } else if (top < scroll.getValue()) {
            scrollTo(top);
        } else if (top + line > scroll.getValue() + canvas.getHeight()) {
            scrollTo(top + line - canvas.getHeight());
        }
    }

    private void show(Optional<Shown> next) {
        boolean sameText = next.isPresent()
                && shown.isPresent()
                && next.get().row() == shown.get().row()
                && next.get().cells().equals(shown.get().cells())
                && model.settings().style().equals(style)
                && model.settings().prompt().get() == prompt;
        boolean sameRow = next.map(Shown::row).equals(shown.map(Shown::row));
        shown = next;
        if (!sameText) {
            content = null;
        }
        if (!sameRow) {
            scroll.setValue(0);
        }
        requestLayout();
        canvas.repaint();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// As high as the text, where there is room for it.
    @Override
    protected double computePrefHeight(double width) {
        layOut(width < 0 ? getWidth() : width);
        return content == null ? 100 : content.height() + 2 * EDGE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 60;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return prefHeight(width);
    }

    private void layOut(double whole) {
        double width = Math.max(1, whole - BAR - 2 * EDGE);
        if (shown.isEmpty()) {
            content = null;
        } else if (content == null || content.width() != width) {
            style = model.settings().style();
            prompt = model.settings().prompt().get();
            Shown now = shown.get();
            content = new HeatmapContent(
                    now.cells(),
                    Optional.of(now.row().prompt()).filter(text -> prompt && !text.isEmpty()),
                    style,
                    model.settings().density().get().textSize(),
                    canvas.measure(),
                    width);
        }
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(1, getHeight() - 2 * EDGE);
        double width = Math.max(1, getWidth() - BAR - 2 * EDGE);
        layOut(getWidth());
        double whole = content == null ? 0 : content.height();
        canvas.resizeRelocate(EDGE, EDGE, width, height);
        scroll.setVisible(whole > height);
        scroll.setMax(Math.max(0, whole - height));
        scroll.setVisibleAmount(whole <= 0 ? 1 : scroll.getMax() * height / whole);
        scroll.setUnitIncrement(content == null ? 20 : content.text().lineHeight());
        scroll.setBlockIncrement(height);
        scroll.setValue(Math.min(scroll.getValue(), scroll.getMax()));
        scroll.resizeRelocate(getWidth() - BAR - 1, EDGE, BAR, height);
        if (unseen && content != null) {
            unseen = false;
            shown.map(now -> now.cellOf(model.selection().cursor().get()))
                    .filter(cell -> cell >= 0)
                    .ifPresent(this::reveal);
        }
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (content != null && shown.isPresent()) {
            HeatmapDrawing drawing = new HeatmapDrawing(
                    surface, appearance.getValue().theme(), content, shown.get(), scroll.getValue(), height);
            drawing.text();
            drawing.selection(model.selection(), isFocused());
        }
    }

    void scrollTo(double value) {
        scroll.setValue(Math.clamp(value, 0, scroll.getMax()));
    }
}
