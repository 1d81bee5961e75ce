package org.densepath.app.pair;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Figure;
import org.densepath.paint.FigurePainter;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.PairPainter;
import org.densepath.paint.Pen;
import org.densepath.paint.ShiftedSurface;
import org.densepath.paint.Theme;

/// A figure as wide as the node, scrolled where it is higher: the drawing that is exported. The pointer and the
/// arrow keys go from token to token.
public final class FigureView extends Region {
    private static final double BAR = 12;
    /// The figure's own margin less the frame of the keyboard's focus: the card has a margin already.
    private static final double OUTSIDE = 9;

    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private final ScrollBar scroll = new ScrollBar();
    private final ReadOnlyObjectWrapper<Spot> spot = new ReadOnlyObjectWrapper<>(Spot.NONE);
    private Optional<Figure> figure = Optional.empty();
    private FigurePainter painter;
    private Theme theme;
    private Function<Spot, String> spoken = _ -> "";
    private Consumer<Spot> chosen = _ -> {};
    private Set<Spot> marked = Set.of();
    private double outside = OUTSIDE;

    public FigureView(ObservableValue<Appearance> appearance) {
        this.appearance = appearance;
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.valueProperty().subscribe(_ -> canvas.repaint());
        getChildren().addAll(canvas, scroll);
        getStyleClass().add("figure-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(60);
        canvas.setOnMouseMoved(event -> spot.set(at(event)));
        canvas.setOnMouseExited(_ -> {
            if (!isFocused()) {
                spot.set(Spot.NONE);
            }
        });
        canvas.setOnMouseClicked(event -> {
            requestFocus();
            choose(at(event));
        });
        setOnScroll(event -> scrollTo(scroll.getValue() - event.getDeltaY()));
        setOnKeyPressed(this::move);
        spot.subscribe(now -> {
            setAccessibleText(spoken.apply(now));
            canvas.repaint();
        });
        appearance.subscribe(_ -> {
            painter = null;
            requestLayout();
        });
    }

    /// @param words what is told of a place, as spoken text
    public void show(Figure shown, Function<Spot, String> words) {
        spoken = words;
        if (!Optional.of(shown).equals(figure)) {
            figure = Optional.of(shown);
            painter = null;
            spot.set(Spot.NONE);
            requestLayout();
        }
    }

    public void showNothing() {
        figure = Optional.empty();
        painter = null;
        spot.set(Spot.NONE);
        requestLayout();
    }

    /// Told of every place that is clicked, or chosen with the space bar.
    void onChosen(Consumer<Spot> listener) {
        chosen = listener;
    }

    /// Draws frames around these.
    void mark(Set<Spot> places) {
        marked = Set.copyOf(places);
        canvas.repaint();
    }

    /// What is pointed at.
    public ReadOnlyObjectProperty<Spot> spot() {
        return spot.getReadOnlyProperty();
    }

    void point(Spot place) {
        spot.set(place);
    }

    Optional<Figure> figure() {
        return figure;
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(1, getHeight());
        // curves fill the height, whatever else is as high as it is
        boolean fills = figure.isPresent() && figure.get() instanceof CurveFigure;
        outside = fills ? 4 : OUTSIDE;
        double seen = Math.max(1, getWidth() - (fills ? 0 : BAR));
        double width = Math.max(80, seen + 2 * outside);
        double wanted = height + 2 * outside;
        boolean stale = painter == null || painter.width() != width || fills && painter.height() != wanted;
        if (figure.isPresent() && stale) {
            theme = appearance.getValue().theme();
            OptionalDouble filled = fills ? OptionalDouble.of(wanted) : OptionalDouble.empty();
            painter = FigurePainter.of(figure.get(), theme, canvas.measure(), width, filled);
        }
        double whole = painter == null ? 0 : painter.height() - 2 * outside;
        canvas.resizeRelocate(0, 0, seen, height);
        scroll.setVisible(whole > height);
        scroll.setMax(Math.max(0, whole - height));
        scroll.setVisibleAmount(whole <= 0 ? 1 : scroll.getMax() * height / whole);
        scroll.setUnitIncrement(30);
        scroll.setBlockIncrement(height);
        scroll.setValue(Math.clamp(scroll.getValue(), 0, scroll.getMax()));
        scroll.resizeRelocate(getWidth() - BAR, 0, BAR, height);
        canvas.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (painter == null) {
            return;
        }
        double from = scroll.getValue() + outside;
        ShiftedSurface moved = new ShiftedSurface(surface, -outside, -from);
        if (painter instanceof PairPainter pair) {
            pair.paint(moved, from, from + height);
        } else {
            painter.paint(moved);
        }
        marked.forEach(place -> frame(moved, place, Pen.solid(theme.ink(), 1)));
        frame(moved, spot.get(), Pen.solid(theme.ink(), 1.8));
    }

    private void frame(ShiftedSurface surface, Spot place, Pen pen) {
        for (Spot.Box box : place.boxes(painter, theme)) {
            double right = box.x() + box.width();
            double bottom = box.y() + box.height();
            double[] xs = {box.x(), right, right, box.x(), box.x()};
            surface.polyline(xs, new double[] {box.y(), box.y(), bottom, bottom, box.y()}, 5, pen);
        }
    }

    private Spot at(MouseEvent event) {
        return painter == null
                ? Spot.NONE
                : Spot.at(
                        painter,
                        figure.get() instanceof HeatmapFigure heatmap ? heatmap : null,
                        theme,
                        event.getX() + outside,
                        event.getY() + scroll.getValue() + outside);
    }

    private void choose(Spot place) {
        if (place.isSomewhere()) {
            spot.set(place);
            chosen.accept(place);
        }
    }

    private int length(int text) {
        return switch (figure.orElseThrow()) {
            case PairFigure pair -> pair.alignment().columns().size();
            case HeatmapFigure heatmap -> heatmap.texts().get(text).tokens().size();
            default -> 0;
        };
    }

    private void move(KeyEvent event) {
        if (figure.isEmpty()) {
            return;
        }
        int text = Math.max(0, spot.get().text());
        int last = length(text) - 1;
        int next =
                switch (event.getCode()) {
                    case RIGHT -> spot.get().token() + 1;
                    case LEFT -> spot.get().token() - 1;
                    case HOME -> 0;
                    case END -> last;
                    case SPACE -> {
                        choose(spot.get());
                        yield spot.get().token();
                    }
                    default -> Integer.MIN_VALUE;
                };
        if (next != Integer.MIN_VALUE && last >= 0) {
            spot.set(new Spot(text, Math.clamp(next, 0, last)));
            reveal(spot.get().boxes(painter, theme));
            event.consume();
        }
    }

    private void reveal(List<Spot.Box> boxes) {
        Spot.Box box = boxes.getFirst();
        double top = box.y() - outside;
        if (top < scroll.getValue() || top + box.height() > scroll.getValue() + getHeight()) {
            scrollTo(top - 8);
        }
    }

    private void scrollTo(double value) {
        scroll.setValue(Math.clamp(value, 0, scroll.getMax()));
    }
}
