package org.densepath.app.live;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Named;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.experiment.ScoreTable;
import org.densepath.paint.BarFigure;
import org.densepath.paint.BarPainter;
import org.densepath.paint.Theme;
import org.densepath.run.Event;

/// One score, chosen from all of them, as bars.
final class ScoreBarsView extends VBox {
    private final ObservableValue<Appearance> appearance;
    private final ComboBox<String> choice = new ComboBox<>();
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private List<Event.ScoreComputed> scores = List.of();
    private String name = "";
    private BarFigure figure;

    ScoreBarsView(ObservableValue<Appearance> appearance) {
        super(6);
        this.appearance = appearance;
        choice.setId("score-choice");
        choice.setConverter(new Named<>(ScoreTable::label));
        canvas.setId("score-bars");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setMinHeight(0);
        ScrollPane scroll = new ScrollPane(new Sheet());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(choice, scroll);
        choice.valueProperty().subscribe(_ -> draw());
        appearance.subscribe(_ -> canvas.repaint());
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

    /// What is shown; empty while there are no scores.
    Optional<BarFigure> figure() {
        return Optional.ofNullable(figure);
    }

    String score() {
        return choice.getValue() == null ? "" : choice.getValue();
    }

    private void draw() {
        figure = score().isEmpty() ? null : ScoreBars.of(scores, score(), name);
        canvas.setAccessibleText(figure == null ? "" : "Bars of " + figure.title());
        canvas.getParent().requestLayout();
        canvas.repaint();
    }

    /// As high as the bars are at its width.
    private final class Sheet extends StackPane {
        Sheet() {
            super(canvas);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return figure == null || width < 10 ? 10 : Math.ceil(painter(width).height());
        }
    }

    private BarPainter painter(double width) {
        Theme theme = appearance.getValue().panelTheme(width < 420);
        return new BarPainter(figure, theme, canvas.measure(), width);
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (figure != null) {
            painter(width).paint(surface);
        }
    }
}
