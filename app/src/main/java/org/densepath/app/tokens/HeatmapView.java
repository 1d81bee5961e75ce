package org.densepath.app.tokens;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;

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
    private LongLayout.Wanted laidOut;
    private final LongLayout longer = new LongLayout(this::laidOut);
    private final PreparedLayouts prepared = new PreparedLayouts();
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
        model.groupings().cells().subscribe(_ -> prepare());
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

    /// Where things stand; null before the first layout and while nothing is shown. While a long text is laid
    /// out, how it begins.
    HeatmapContent content() {
        return content;
    }

    /// Whether all of what is to be shown stands laid out; a long text takes a moment.
    boolean settled() {
        return content != null
                && shown.isPresent()
                && wanted(shown.get(), content.width()).equals(laidOut);
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
        if (content == null || !content.has(cell)) {
            return;
        }
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
                && next.get().cells().equals(shown.get().cells());
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
            return;
        }
        LongLayout.Wanted wanted = wanted(shown.get(), width);
        if (content != null && wanted.equals(laidOut)) {
            return;
        }
        Optional<HeatmapContent> ready = prepared.find(wanted);
        if (ready.isPresent()) {
            laidOut = wanted;
            content = ready.get();
        } else if (wanted.isLong()) {
            // until then the text stands as it did, or as it begins
            longer.ask(wanted);
            if (content == null) {
                content = wanted.begun(canvas.measure())
                        .filter(begun -> scroll.getValue() + getHeight() <= begun.height())
                        .orElse(null);
            }
        } else {
            laidOut = wanted;
            content = wanted.content(canvas.measure());
        }
    }

    private LongLayout.Wanted wanted(Shown now, double width) {
        return wanted(now, now.cells(), width);
    }

    private LongLayout.Wanted wanted(Shown now, List<String> cells, double width) {
        return new LongLayout.Wanted(
                cells,
                model.settings().prompt().get() ? HeatmapContent.promptCells(now.row()) : List.of(),
                model.settings().style(),
                model.settings().density().get().textSize(),
                width);
    }

    private void laidOut(LongLayout.Wanted wanted, HeatmapContent made) {
        // another response may be shown meanwhile
        if (shown.isPresent() && shown.get().cells().equals(wanted.cells())) {
            laidOut = wanted;
            content = made;
            prepare();
            requestLayout();
            canvas.repaint();
        }
    }

    /// The other groupings, to stand laid out by the time that they are asked for.
    private void prepare() {
        if (settled()) {
            List<LongLayout.Wanted> next = model.groupings().cells().get().stream()
                    .map(cells -> wanted(shown.get(), cells, content.width()))
                    .toList();
            prepared.expect(next, laidOut, content);
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
        boolean current = shown.isPresent()
                && content != null
                && content.text().tokens() == shown.get().cells().size();
        if (unseen && current) {
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
