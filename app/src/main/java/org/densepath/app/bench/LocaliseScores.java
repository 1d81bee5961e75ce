package org.densepath.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.pair.FigureView;
import org.densepath.app.rollouts.Choice;
import org.densepath.app.rollouts.RolloutText;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.Signal;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The scores of each signal by kind of error, as bars or as a table.
final class LocaliseScores extends VBox {
    private final LocaliseViewModel model;
    private final FigureView bars;
    private final TableView<String> table = new TableView<>();
    private final Choice<LocaliseChart> choice;
    private final Button export = new Button("Export", new FontIcon(MaterialDesignE.EXPORT_VARIANT));
    private LocaliseChart chart = LocaliseChart.AUROC;

    LocaliseScores(LocaliseViewModel model, ObservableValue<Appearance> appearance, Consumer<FigureOffer> exports) {
        super(6);
        this.model = model;
        getStyleClass().add("bench-left");
        setMinWidth(280);
        choice = new Choice<>("localise-chart", "What is shown of the scores", LocaliseChart::title, now -> {
            chart = now;
            update();
        });
        choice.of(LocaliseChart.values());
        choice.show(chart);
        export.setId("export-localise");
        export.getStyleClass().addAll("small", "flat");
        export.setTooltip(new Tooltip("Export these bars as a figure"));
        export.setOnAction(_ -> model.shown()
                .get()
                .ifPresent(now -> exports.accept(new FigureOffer(
                        chart.figure(now),
                        LocaliseText.provenance(now, runName()),
                        chart == LocaliseChart.AGREEMENT ? "layer-agreement" : "localisation"))));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, choice, gap, export);
        head.setAlignment(Pos.CENTER_LEFT);
        bars = new FigureView(appearance);
        bars.setId("localise-bars");
        table.setId("localise-table");
        table.getStyleClass().addAll("plain-table", "dense", "interval-table");
        table.setFixedCellSize(38);
        table.setAccessibleText("Scores of each signal by kind of error");
        StackPane centre = new StackPane(bars, table);
        VBox.setVgrow(centre, Priority.ALWAYS);
        getChildren().addAll(head, centre);
        model.shown().subscribe(_ -> update());
    }

    private String runName() {
        return model.run().map(run -> run.getFileName().toString()).orElse("");
    }

    private void update() {
        Optional<Localised> shown = model.shown().get();
        boolean tabular = chart.column().isPresent();
        bars.setVisible(!tabular);
        table.setVisible(tabular);
        export.setDisable(tabular);
        if (shown.isEmpty()) {
            bars.showNothing();
            table.getItems().clear();
        } else if (tabular) {
            fill(shown.get().found());
        } else {
            bars.show(chart.figure(shown.get()).withTitle(""), _ -> chart.title());
        }
    }

    private void fill(Localisation found) {
        List<Signal> signals = List.copyOf(found.byKind().get(Localisation.ALL).keySet());
        table.getColumns().setAll(List.of(column("Kind, n", 82, kind -> kind + "\n" + n(found, kind))));
        signals.forEach(signal -> table.getColumns()
                .add(column(
                        name(signal), 96, kind -> cell(found.byKind().get(kind).get(signal)))));
        table.getItems().setAll(found.byKind().keySet());
    }

    private static String name(Signal signal) {
        return signal == Signal.RETURN_DIFFERENCE ? "return diff." : signal.label();
    }

    private static String n(Localisation found, String kind) {
        return RolloutText.number(
                found.byKind().get(kind).values().iterator().next().auroc().n());
    }

    private String cell(Localisation.Found found) {
        return found == null
                ? ""
                : chart.column().orElseThrow().apply(found).text().replace(" [", "\n[");
    }

    private static TableColumn<String, String> column(
            String name, double width, java.util.function.UnaryOperator<String> text) {
        TableColumn<String, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }
}
