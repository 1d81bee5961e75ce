package org.densepath.app.scores;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.control.CardColumns;
import org.densepath.app.control.Named;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.Notices;
import org.densepath.experiment.result.ResultTable.Column;

/// The page of the results: the table of all arms, one score as bars and its differences to SFT, what the tests
/// say, success by task family, and judges' win rates.
public final class ScoresView extends StackPane {
    private static final double LEAST_CARD = 500;

    private final ScoresViewModel model;
    private final ComboBox<Column> choice = new ComboBox<>();
    private final ChartCard bars;
    private final ChartCard differences;
    private final ChartCard radar;
    private final ChartCard families;
    private final ChartCard winRates;
    private final VerdictsCard verdicts = new VerdictsCard();

    public ScoresView(
            ScoresViewModel model,
            ObservableValue<Appearance> appearance,
            Consumer<FigureOffer> exports,
            Notices notices) {
        this(model, appearance, exports, notices, Optional.empty());
    }

    /// @param place asks where a table goes; by the system's dialog where it is empty
    ScoresView(
            ScoresViewModel model,
            ObservableValue<Appearance> appearance,
            Consumer<FigureOffer> exports,
            Notices notices,
            Optional<TableExport.Place> place) {
        this.model = model;
        getStylesheets().add(ScoresView.class.getResource("scores.css").toExternalForm());
        choice.setId("score-choice");
        choice.setConverter(new Named<>(Column::label));
        bars = new ChartCard("score-bars", "Score by score", appearance, exports, this::provenance, choice);
        differences = new ChartCard("difference-bars", "", appearance, exports, this::provenance);
        radar = new ChartCard(
                "family-radar", "By task family", appearance, exports, this::provenance, new FamilyControls(model));
        families = new ChartCard("family-bars", "", appearance, exports, this::provenance);
        winRates = new ChartCard("win-rates", "Win rates by judges", appearance, exports, this::provenance);
        CardColumns cards =
                CardColumns.filling(LEAST_CARD, List.of(bars, verdicts, differences, radar, families, winRates));
        VBox content = new VBox(14, new ResultsCard(model, notices, place), cards);
        // clear of the bar
        content.setPadding(new Insets(0, 10, 0, 0));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "scores-page");
        getChildren().add(scroll);
        model.results().subscribe(_ -> update());
        model.way().subscribe(_ -> byFamily());
        model.compared().subscribe(_ -> byFamily());
        choice.valueProperty().subscribe(_ -> byScore());
        sceneProperty().subscribe(scene -> model.shown(scene != null));
    }

    private void update() {
        Results now = model.results().get();
        List<Column> choices = ScoreBars.choices(now.table());
        Column before = choice.getValue();
        if (!choice.getItems().equals(choices)) {
            choice.getItems().setAll(choices);
            choice.setValue(choices.contains(before) ? before : choices.isEmpty() ? null : choices.getFirst());
        }
        byScore();
        byFamily();
        verdicts.show(now);
        winRates.show(WinRateBars.of(now), name("win-rates"));
    }

    private void byScore() {
        Optional<ScoreBars> score = Optional.ofNullable(choice.getValue())
                .map(column -> new ScoreBars(model.results().get(), column));
        String name = choice.getValue() == null ? "" : choice.getValue().id().replace('_', '-');
        bars.show(score.map(ScoreBars::scores), name(name));
        differences.show(score.flatMap(ScoreBars::differences), name(name + "-to-sft"));
    }

    private void byFamily() {
        FamilyFigures figures = new FamilyFigures(
                model.results().get(), model.way().get(), model.compared().get());
        radar.show(figures.radar(), name("families-radar"));
        families.show(figures.bars(), name("families"));
    }

    private String name(String of) {
        return (model.results().get().run() + "-scores-" + of).toLowerCase(Locale.ROOT);
    }

    private Map<String, String> provenance() {
        return new LinkedHashMap<>(model.results().get().table().provenance());
    }
}
