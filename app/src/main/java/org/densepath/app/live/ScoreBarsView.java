package org.densepath.app.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Named;
import org.densepath.app.paint.Appearance;
import org.densepath.experiment.ScoreTable;
import org.densepath.paint.BarFigure;
import org.densepath.run.Event;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// One score, chosen from all of them, as bars; below it what each model differs in from SFT, where that was
/// computed, and the other scores.
final class ScoreBarsView extends VBox {
    private final ComboBox<String> choice = new ComboBox<>();
    private final BarsSheet bars;
    private final BarsSheet differences;
    private final VBox others = new VBox(14);
    private final ObservableValue<Appearance> appearance;
    private List<Event.ScoreComputed> scores = List.of();
    private String name = "";

    /// @param exportsDifferences is given the lower bars to export
    ScoreBarsView(ObservableValue<Appearance> appearance, Consumer<BarFigure> exportsDifferences) {
        super(6);
        this.appearance = appearance;
        bars = new BarsSheet("score-bars", appearance);
        differences = new BarsSheet("difference-bars", appearance);
        choice.setId("score-choice");
        choice.setConverter(new Named<>(ScoreTable::label));
        Button export = new Button(null, new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setId("export-differences");
        export.getStyleClass().addAll("small", "flat", "button-icon");
        export.setTooltip(new Tooltip("Export the differences as a figure"));
        export.setAccessibleText("Export the differences as a figure");
        export.setOnAction(_ -> differences.figure().ifPresent(exportsDifferences));
        StackPane below = new StackPane(differences, export);
        StackPane.setAlignment(export, Pos.TOP_RIGHT);
        below.visibleProperty().bind(differences.visibleProperty());
        below.managedProperty().bind(below.visibleProperty());
        ScrollPane scroll = new ScrollPane(new VBox(14, bars, below, others));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(choice, scroll);
        choice.valueProperty().subscribe(_ -> draw());
        setVisible(false);
    }

    void show(ScoreTable table, List<Event.ScoreComputed> now, String run) {
        if (now.equals(scores) && run.equals(name)) {
            return;
        }
        scores = now;
        name = run;
        List<String> choices = ScoreBars.choices(table);
        String before = choice.getValue();
        if (!choice.getItems().equals(choices)) {
            choice.getItems().setAll(choices);
        }
        choice.setValue(choices.contains(before) ? before : choices.isEmpty() ? null : choices.getFirst());
        setVisible(!choices.isEmpty());
        draw();
    }

    /// The chosen score; empty while there are none.
    Optional<BarFigure> figure() {
        return bars.figure();
    }

    String score() {
        return choice.getValue() == null ? "" : choice.getValue();
    }

    private void draw() {
        bars.show(score().isEmpty() ? Optional.empty() : Optional.of(ScoreBars.of(scores, score(), name)));
        differences.show(score().isEmpty() ? Optional.empty() : ScoreBars.differences(scores, score(), name));
        List<String> rest = choice.getItems().stream()
                .filter(other -> !other.equals(score()))
                .toList();
        while (others.getChildren().size() < rest.size()) {
            others.getChildren()
                    .add(new BarsSheet("score-bars-" + (others.getChildren().size() + 2), appearance));
        }
        for (int i = 0; i < others.getChildren().size(); i++) {
            ((BarsSheet) others.getChildren().get(i))
                    .show(i < rest.size() ? Optional.of(ScoreBars.of(scores, rest.get(i), name)) : Optional.empty());
        }
    }
}
