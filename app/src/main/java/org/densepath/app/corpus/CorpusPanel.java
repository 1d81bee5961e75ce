package org.densepath.app.corpus;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.Figure;
import org.densepath.paint.FigurePainter;
import org.densepath.paint.Theme;
import org.densepath.run.query.Corpus;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// One picture of the corpus, with its title, what the pointer is on, and the way to its export.
final class CorpusPanel extends BorderPane {
    private final ObservableValue<Appearance> appearance;
    private final Function<Corpus, Figure> figure;
    private final Parts parts;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private final ScrollPane scroll = new ScrollPane(canvas);
    private final Label reading = new Label();
    private final Button export = new Button();
    /// What is said while the pointer is elsewhere.
    private String resting;

    private Optional<Corpus> corpus = Optional.empty();
    private Optional<Part> pointed = Optional.empty();
    private FigurePainter painter;

    /// A place that can be pointed at.
    ///
    /// @param said what is read there
    /// @param open shows its examples
    record Part(double x, double y, double width, double height, String said, Runnable open) {}

    /// Finds what lies under the pointer.
    @FunctionalInterface
    interface Parts {
        Optional<Part> at(Corpus corpus, FigurePainter painter, double x, double y);
    }

    /// @param id of the drawn region
    /// @param hint what is said while the pointer is elsewhere
    CorpusPanel(
            String id,
            String title,
            String hint,
            ObservableValue<Appearance> appearance,
            Function<Corpus, Figure> figure,
            Parts parts) {
        this.resting = hint;
        this.appearance = appearance;
        this.figure = figure;
        this.parts = parts;
        getStyleClass().add("corpus-panel");
        Label name = new Label(title);
        name.getStyleClass().add("corpus-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        reading.setId(id + "-reading");
        reading.getStyleClass().addAll("muted", "corpus-reading");
        reading.setMinWidth(0);
        reading.setMinHeight(16);
        export.setId(id + "-export");
        export.setGraphic(new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.getStyleClass().addAll("small", "flat", "button-icon");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setTooltip(new Tooltip("Export this picture as a figure"));
        export.setAccessibleText("Export: " + title);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, name, gap, export);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(new VBox(head, reading));
        canvas.setId(id);
        canvas.setAccessibleText(title);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("corpus-scroll");
        setCenter(scroll);
        setMinSize(0, 0);
        canvas.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        canvas.setOnMouseExited(_ -> point(-1, -1));
        canvas.setOnMouseClicked(_ -> pointed.ifPresent(part -> part.open.run()));
        appearance.subscribe(_ -> canvas.repaint());
        show(Optional.empty());
    }

    void exportedBy(Runnable run) {
        export.setOnAction(_ -> run.run());
    }

    void show(Optional<Corpus> now) {
        corpus = now.filter(some -> some.tokens() > 0);
        pointed = Optional.empty();
        reading.setText(corpus.isPresent() ? resting : "");
        export.setDisable(corpus.isEmpty());
        canvas.repaint();
    }

    /// What stands above the picture while the pointer is elsewhere.
    void say(String text) {
        resting = text;
        reading.setText(corpus.isPresent() ? text : "");
    }

    private void paint(CanvasSurface surface, double width, double height) {
        painter = null;
        if (corpus.isEmpty()) {
            return;
        }
        Theme theme = appearance.getValue().panelTheme(true);
        painter =
                FigurePainter.of(figure.apply(corpus.get()), theme, canvas.measure(), width, OptionalDouble.of(height));
        painter.paint(surface);
        // bars are as high as they are: more of them than fit are scrolled
        double needed = painter.height() > scroll.getViewportBounds().getHeight() + 1 ? painter.height() : 0;
        if (needed != canvas.getMinHeight()) {
            // after this layout, which would not look at it any more
            Platform.runLater(() -> canvas.setMinHeight(needed));
        }
        pointed.ifPresent(part -> surface.fillRectangle(
                part.x, part.y, part.width, part.height, theme.ink().withOpacity(0.07)));
    }

    private void point(double x, double y) {
        Optional<Part> now = corpus.isPresent() && painter != null && x >= 0
                ? parts.at(corpus.get(), painter, x, y)
                : Optional.empty();
        canvas.setCursor(now.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        if (!now.map(Part::said).equals(pointed.map(Part::said))) {
            reading.setText(now.map(Part::said).orElse(resting));
            pointed = now;
            canvas.repaint();
        }
    }
}
