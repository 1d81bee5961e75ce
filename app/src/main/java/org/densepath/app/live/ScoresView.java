package org.densepath.app.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.experiment.ScoreTable;
import org.densepath.paint.BarFigure;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The results: a row for each model and a column for each score with its interval, one score as bars, and what
/// the differences say.
public final class ScoresView extends VBox {
    private static final String HOW = "The return rises because it is trained on: it is no evidence of quality. Look at"
            + " greedy and sampled success, and at every control. Intervals cover prompts, not other seeds or base"
            + " models.";

    private final RunViewModel model;
    private final TableView<ScoreTable.Row> table = new TableView<>();
    private final Label basis = new Label();
    private final VBox verdicts = new VBox(7);
    private final ScoreBarsView bars;
    private final Button export = new Button("Export", new FontIcon(MaterialDesignE.EXPORT_VARIANT));
    private ScoreTable shown = new ScoreTable(List.of(), List.of());

    public ScoresView(RunViewModel model, ObservableValue<Appearance> appearance, Consumer<FigureOffer> exports) {
        super(12);
        this.model = model;
        getStylesheets().add(ScoresView.class.getResource("live.css").toExternalForm());
        bars = new ScoreBarsView(appearance, figure -> exports.accept(offer(figure, "-to-sft")));
        table.setId("scores");
        table.getStyleClass().addAll("dense", "edge-to-edge", "plain-table");
        table.setPlaceholder(NumbersView.muted("Scores appear here when the run is evaluated."));
        table.setAccessibleText("Scores of the run");
        basis.getStyleClass().add("muted");
        basis.setMinWidth(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox results = card(heading("Results", basis), table);
        results.setMinHeight(150);
        results.setPrefHeight(240);
        results.setMaxHeight(300);
        export.setId("export-scores");
        export.getStyleClass().add("small");
        export.setTooltip(new Tooltip("Export these bars as a figure"));
        export.setOnAction(_ -> bars.figure().ifPresent(figure -> exports.accept(offer(figure, ""))));
        VBox chart = card(heading("Score by score", export), bars);
        VBox.setVgrow(bars, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(verdicts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox said = card(heading("What it says", new Region()), scroll);
        verdicts.setId("verdicts");
        HBox below = new HBox(12, chart, said);
        List.of(chart, said).forEach(card -> {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(400);
        });
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(results, below);
        model.run().subscribe(this::update);
    }

    private void update(RunSnapshot run) {
        basis.setText(run.judged() == 0 ? "" : "Up to " + run.judged() + " answers a cell, 95 % intervals");
        if (!shown.columns().equals(run.scores().columns())) {
            table.getColumns().setAll(columns(run.scores().columns()));
        }
        if (!shown.equals(run.scores())) {
            shown = run.scores();
            table.getItems().setAll(shown.rows());
        }
        bars.show(shown, run.details().scores(), name());
        export.setDisable(bars.figure().isEmpty());
        List<Node> sentences = new ArrayList<>();
        Verdicts.of(run.details().scores()).forEach(verdict -> sentences.add(sentence(verdict)));
        Label how = NumbersView.muted(sentences.isEmpty() ? "Differences to SFT appear here with the scores." : HOW);
        sentences.add(how);
        verdicts.getChildren().setAll(sentences);
    }

    private static Label sentence(Verdicts.Verdict verdict) {
        Label label = new Label(verdict.sentence());
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setGraphic(new FontIcon(
                switch (verdict.kind()) {
                    case AHEAD -> MaterialDesignA.ARROW_UP_BOLD;
                    case BEHIND -> MaterialDesignA.ARROW_DOWN_BOLD;
                    case OPEN -> MaterialDesignA.APPROXIMATELY_EQUAL;
                    case CAUTION -> MaterialDesignA.ALERT_OUTLINE;
                }));
        label.getStyleClass()
                .addAll("verdict", "verdict-" + verdict.kind().name().toLowerCase(Locale.ROOT));
        label.setAlignment(Pos.TOP_LEFT);
        return label;
    }

    private List<TableColumn<ScoreTable.Row, String>> columns(List<String> scores) {
        List<TableColumn<ScoreTable.Row, String>> columns = new ArrayList<>();
        TableColumn<ScoreTable.Row, String> arm = new TableColumn<>("Model");
        arm.setCellValueFactory(row ->
                new ReadOnlyStringWrapper(StageMark.stageName(row.getValue().arm())));
        arm.setPrefWidth(110);
        arm.setSortable(false);
        columns.add(arm);
        for (String score : ScoreBars.choices(new ScoreTable(scores, List.of()))) {
            TableColumn<ScoreTable.Row, String> column =
                    new TableColumn<>(ScoreTable.label(score) + (score.startsWith("success") ? ", %" : ""));
            column.setCellValueFactory(row -> {
                ScoreTable.Cell cell = row.getValue().cells().get(score);
                return new ReadOnlyStringWrapper(cell == null ? "" : ScoreTable.text(score, cell));
            });
            column.getStyleClass().add("number-column");
            column.setPrefWidth(156);
            column.setSortable(false);
            columns.add(column);
        }
        return columns;
    }

    private FigureOffer offer(BarFigure figure, String ending) {
        return new FigureOffer(
                figure, provenance(), name() + "-scores-" + bars.score().replace('_', '-') + ending);
    }

    private Map<String, String> provenance() {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("run", name());
        provenance.put("score", bars.score());
        provenance.put(
                "seed",
                String.join(
                        ", ",
                        model.run().get().details().scores().stream()
                                .map(s -> String.valueOf(s.seed()))
                                .distinct()
                                .toList()));
        provenance.put("experiment", model.run().get().details().plan().fingerprint());
        return provenance;
    }

    private String name() {
        return model.run().get().title();
    }

    private static VBox card(Node... nodes) {
        VBox card = new VBox(6, nodes);
        card.getStyleClass().add("card");
        return card;
    }

    private static HBox heading(String text, Node right) {
        Label title = new Label(text);
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(12, title, gap, right);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }
}
