package org.densepath.app.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.Notices;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The curves: a toolbar, the list of charts, and the charts, all of them or one large.
public final class CurvesView extends BorderPane implements ChartCell.Deeds {
    private final LiveViewModel model;
    private final LiveFigures figures;
    private final Consumer<FigureOffer> exports;
    private final Consumer<Place> opens;
    private final Notices notices;
    private final BooleanProperty choosing = new SimpleBooleanProperty();
    private final StackPane shown = new StackPane();
    private final ChartGrid grid;
    private final Label empty = NumbersView.muted("");
    private final FlowPane laidOver = new FlowPane(8, 4);
    private ChartCell large;

    /// @param numbers whether the table of numbers beside is open @param exports takes a figure to the export @param
    /// opens opens rollouts @param overlays asks for a run to lay over the curves
    public CurvesView(
            LiveViewModel model,
            ObservableValue<Appearance> appearance,
            BooleanProperty numbers,
            Consumer<FigureOffer> exports,
            Consumer<Place> opens,
            Runnable overlays,
            Notices notices) {
        this.model = model;
        this.figures = new LiveFigures(model);
        this.exports = exports;
        this.opens = opens;
        this.notices = notices;
        setId("curves");
        grid = new ChartGrid(chart -> new ChartCell(chart, model, appearance, this, false));
        ChartChooser chooser = new ChartChooser(model);
        chooser.visibleProperty().bind(choosing);
        chooser.managedProperty().bind(choosing);
        choosing.subscribe(open -> {
            if (open) {
                chooser.field().requestFocus();
            }
        });
        BorderPane.setMargin(chooser, new Insets(0, 12, 0, 0));
        ChartToolbar toolbar = new ChartToolbar(model, choosing, numbers, new ChartToolbar.Deeds() {
            @Override
            public void copyValues() {
                copy(model.charts().get());
            }

            @Override
            public void export() {
                exports.accept(figures.page());
            }

            @Override
            public void overlay() {
                overlays.run();
            }
        });
        laidOver.managedProperty().bind(laidOver.visibleProperty());
        laidOver.setId("overlays");
        setTop(new VBox(toolbar, laidOver));
        setLeft(chooser);
        empty.setId("no-curves");
        setCenter(shown);
        model.charts().subscribe(this::fill);
        model.enlarged().subscribe(id -> enlarged(id, appearance));
        model.revision().subscribe(_ -> {
            grid.refresh();
            if (large != null) {
                large.refresh();
            }
            tellOverlays();
        });
        model.pointer().subscribe(_ -> cells().forEach(ChartCell::point));
        appearance.subscribe(_ -> cells().forEach(ChartCell::refresh));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !model.enlarged().get().isEmpty()) {
                model.enlarged().set("");
                event.consume();
            }
        });
    }

    @Override
    public void enlarge(Chart chart) {
        model.enlarged().set(model.enlarged().get().equals(chart.id()) ? "" : chart.id());
    }

    @Override
    public void copyValues(Chart chart) {
        copy(List.of(chart));
    }

    @Override
    public void export(Chart chart) {
        exports.accept(figures.of(chart));
    }

    @Override
    public void open(Trace trace, long step) {
        StepRollouts rollouts = StepRollouts.at(trace, step);
        if (!rollouts.sentence().isEmpty()) {
            notices.say(rollouts.sentence());
        }
        rollouts.place().ifPresent(opens);
    }

    private void copy(List<Chart> charts) {
        String csv = figures.values(charts);
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, csv));
        long rows = csv.lines().count() - 1;
        notices.say(rows + (rows == 1 ? " value is" : " values are") + " on the clipboard, as a table with commas.");
    }

    private List<ChartCell> cells() {
        List<ChartCell> cells = new ArrayList<>(grid.cells());
        if (large != null) {
            cells.add(large);
        }
        return cells;
    }

    private void fill(List<Chart> charts) {
        grid.show(charts);
        boolean none = charts.isEmpty();
        empty.setText(
                !none
                        ? ""
                        : model.available().isEmpty()
                                ? "Curves appear here as soon as the first step is done."
                                : "No chart is chosen. Press Charts and pick some.");
        arrange();
    }

    private void enlarged(String id, ObservableValue<Appearance> appearance) {
        large = model.available().stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .map(chart -> new ChartCell(chart, model, appearance, this, true))
                .orElse(null);
        arrange();
    }

    private void arrange() {
        Node center = large != null ? large : model.charts().get().isEmpty() ? empty : grid;
        if (!shown.getChildren().equals(List.of(center))) {
            shown.getChildren().setAll(center);
        }
        if (large != null) {
            large.setSeen(true);
            large.takeFocus();
        }
        shown.setAlignment(center == empty ? Pos.CENTER : Pos.TOP_LEFT);
    }

    private void tellOverlays() {
        String problem = model.problem().get();
        laidOver.setVisible(!model.overlaid().isEmpty() || !problem.isEmpty());
        if (!laidOver.isVisible()) {
            return;
        }
        laidOver.getChildren().setAll(NumbersView.muted("Laid over this run:"));
        for (Path folder : model.overlaid()) {
            Button chip = new Button(folder.getFileName().toString(), new FontIcon(MaterialDesignC.CLOSE));
            chip.getStyleClass().addAll("small", "overlay-chip");
            chip.setTooltip(new Tooltip("Take the curves of " + folder + " away again"));
            chip.setOnAction(_ -> model.overlay(model.overlaid().stream()
                    .filter(other -> !other.equals(folder))
                    .toList()));
            laidOver.getChildren().add(chip);
        }
        if (!problem.isEmpty()) {
            Label said = new Label(problem);
            said.getStyleClass().add("problem");
            said.setWrapText(true);
            laidOver.getChildren().add(said);
        }
    }
}
