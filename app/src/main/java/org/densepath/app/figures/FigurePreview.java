package org.densepath.app.figures;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.FxTextMeasure;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.FigurePainter;
import org.densepath.paint.file.FigureSize;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.font.Typeface;

/// The chosen figure as it will be in its file, drawn by the same painter in the same fonts, as large as there is
/// room.
final class FigurePreview extends BorderPane {
    private static final double MARGIN = 18;
    private static final double SMALLEST = 0.45;
    private static final double LARGEST = 2;
    /// Beyond, a canvas can no longer be drawn.
    private static final double HIGHEST = 8000;
    private static final double UNITS_PER_MILLIMETRE = 96 / 25.4;

    private final FiguresViewModel model;
    private final PaintedRegion sheet = new PaintedRegion(this::paint);
    private final ScrollPane scroll = new ScrollPane();
    private final Label size = new Label();
    private FigurePainter painter;
    private Typeface typeface;
    private FxTextMeasure measure;

    FigurePreview(FiguresViewModel model) {
        this.model = model;
        getStyleClass().add("figure-preview");
        sheet.setId("figure-sheet");
        sheet.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Label empty = new Label("No figure yet. Open a run, or press “Export” on a page that shows one.");
        empty.getStyleClass().add("muted");
        empty.visibleProperty().bind(model.result().isNull());
        sheet.visibleProperty().bind(model.result().isNotNull());
        StackPane frame = new StackPane(sheet);
        frame.getStyleClass().add("figure-frame");
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        frame.visibleProperty().bind(sheet.visibleProperty());
        StackPane desk = new StackPane(frame, empty);
        desk.setAlignment(Pos.TOP_CENTER);
        desk.setPadding(new Insets(MARGIN));
        StackPane.setAlignment(empty, Pos.CENTER);
        scroll.setContent(desk);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        size.getStyleClass().add("muted");
        size.setId("figure-size");
        setCenter(scroll);
        VBox foot = new VBox(size);
        foot.setAlignment(Pos.CENTER);
        foot.setPadding(new Insets(6, 0, 0, 0));
        setBottom(foot);
        model.result().subscribe(_ -> lay());
        scroll.widthProperty().subscribe(_ -> lay());
    }

    private void lay() {
        KeptFigure figure = model.result().get();
        if (figure == null || scroll.getWidth() < 2 * MARGIN) {
            painter = null;
            size.setText("");
            sheet.repaint();
            return;
        }
        if (figure.settings().typeface() != typeface) {
            typeface = figure.settings().typeface();
            measure = new FxTextMeasure(typeface);
            sheet.measureWith(measure);
        }
        FigureSize paper = figure.settings().size();
        painter = FigurePainter.of(
                figure.figure(), figure.settings().theme(), measure, paper.widthUnits(), paper.heightUnits());
        // the frame's line and the scroll bar
        double room = scroll.getWidth() - 2 * MARGIN - 14;
        double zoom = Math.clamp(room / painter.width(), SMALLEST, LARGEST);
        double height = Math.min(HIGHEST, painter.height() * zoom);
        sheet.zoom(zoom);
        sheet.setMinSize(painter.width() * zoom, height);
        sheet.setPrefSize(painter.width() * zoom, height);
        sheet.setMaxSize(painter.width() * zoom, height);
        sheet.setAccessibleText("Preview of " + model.chosen().get().title());
        boolean cut = painter.height() * zoom > HIGHEST;
        size.setText("%.0f × %.0f mm, shown at %.0f %%%s"
                .formatted(
                        paper.widthMillimetres(),
                        painter.height() / UNITS_PER_MILLIMETRE,
                        100 * zoom,
                        cut ? "; the preview ends here, the file holds all" : ""));
        sheet.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (painter != null) {
            painter.paint(surface);
        }
    }
}
