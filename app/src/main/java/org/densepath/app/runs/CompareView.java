package org.densepath.app.runs;

import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.Panel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// Runs side by side: their curves over each other, their scores with intervals, and the settings that differ.
final class CompareView extends VBox {
    private final CompareViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final Label title = new Label();
    private final Label same = new Label();
    private final Label noCurves = new Label("None of these runs has a curve yet.");
    private final PaintedRegion curves = new PaintedRegion(this::paint);
    private final CompareTable scores;
    private final CompareTable settings;

    CompareView(CompareViewModel model, ObservableValue<Appearance> appearance) {
        super(12);
        this.model = model;
        this.appearance = appearance;
        scores = new CompareTable("compared-scores", "Method", "These runs have no scores yet.", appearance);
        settings = new CompareTable(
                "compared-settings", "Setting", "All settings of these runs are the same.", appearance);
        noCurves.getStyleClass().add("muted");
        same.getStyleClass().add("muted");
        curves.setId("compared-curves");
        curves.setAccessibleRole(AccessibleRole.IMAGE_VIEW);

        GridPane body = new GridPane(14, 14);
        body.getColumnConstraints().addAll(column(52), column(48));
        body.getRowConstraints().addAll(row(50), row(50));
        Label curvesHint = new Label("Faint: each step; strong: moving average");
        curvesHint.getStyleClass().add("muted");
        body.add(
                card("Curves", curvesHint, new StackPane(curves, noCurves), model::exportCurves, "curves"), 0, 0, 1, 2);
        Label intervals = new Label("Held-out, 95 % intervals");
        intervals.getStyleClass().add("muted");
        body.add(card("Scores", intervals, scores, model::exportScores, "scores"), 1, 0);
        body.add(card("Settings that differ", same, settings, null, ""), 1, 1);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), body);
        model.comparison().subscribe(this::update);
        appearance.subscribe(_ -> curves.repaint());
    }

    private HBox header() {
        Button back = new Button("Back to all runs", new FontIcon(MaterialDesignA.ARROW_LEFT));
        back.setId("compare-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.close());
        title.setId("compare-title");
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        HBox header = new HBox(14, back, title);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private BorderPane card(String heading, Label note, Region content, Runnable export, String what) {
        Label label = new Label(heading);
        label.getStyleClass().add("card-title");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        note.setMinWidth(0);
        HBox header = new HBox(12, label, gap, note);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("compare-header");
        if (export != null && model.canExport()) {
            Button button = new Button(null, new FontIcon(MaterialDesignE.EXPORT_VARIANT));
            button.setId("export-compared-" + what);
            button.getStyleClass().addAll("button-icon", "flat", "small");
            button.setAccessibleText("Export the " + what);
            button.setTooltip(new Tooltip("Export the " + what));
            button.setOnAction(_ -> export.run());
            header.getChildren().add(button);
        }
        BorderPane card = new BorderPane(content);
        card.setTop(header);
        card.getStyleClass().add("card");
        card.setMinSize(0, 0);
        return card;
    }

    private void update(CompareViewModel.Comparison now) {
        title.setText("Comparing " + now.runs().size() + " runs: "
                + now.runs().stream().map(ComparedRun::name).collect(Collectors.joining(", ")));
        noCurves.setVisible(now.panels().isEmpty());
        curves.setAccessibleText("Curves of "
                + now.panels().stream().map(Panel::title).collect(Collectors.joining(", ")) + " of "
                + now.runs().size() + " runs");
        scores.show(now.runs(), now.scores().lines());
        settings.show(
                now.runs(),
                now.settings().rows().stream()
                        .map(row -> new CompareTable.Line(
                                row.key(),
                                row.values().stream()
                                        .map(value -> value.orElse("—"))
                                        .toList()))
                        .toList());
        same.setText(now.settings().same() + " others are the same");
        curves.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        var panels = model.comparison().get().panels();
        if (!panels.isEmpty()) {
            int columns = panels.size() < 3 ? 1 : 2;
            new CurvePainter(
                            new CurveFigure("", panels, columns, ""),
                            appearance.getValue().panelTheme(false),
                            curves.measure(),
                            width,
                            OptionalDouble.of(height))
                    .paint(surface);
        }
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static RowConstraints row(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        return row;
    }
}
