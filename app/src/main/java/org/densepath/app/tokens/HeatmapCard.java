package org.densepath.app.tokens;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.NumberText;
import org.densepath.run.TraceRow;

/// The chosen response: what is shown of it, the heatmap, the running return, the marked range, the pointed
/// token, the audit.
final class HeatmapCard extends StackPane {
    private static final String NOTHING =
            "Responses appear here with the first step of Dense-Path REINFORCE: each token over its credit.";

    private static final String HINT = "Point, or walk with the arrow keys; a click pins, Shift marks a range.";
    private static final double LOW = 400;

    private final TokensViewModel model;
    private final HeatmapView heatmap;
    private final LegendView legend;
    private final Label layer = new Label();
    private final Prose meaning = new Prose();
    private final Prose about = new Prose();
    private final Label inspector = new Label();
    private final Label empty = new Label(NOTHING);
    private final VBox body;

    HeatmapCard(TokensViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        heatmap = new HeatmapView(model, appearance);
        legend = new LegendView(appearance);
        heatmap.setId("heatmap");
        VBox.setVgrow(heatmap, Priority.ALWAYS);
        RunningView running = new RunningView(model, appearance);
        // a low card has room for the text alone
        running.visibleProperty()
                .bind(model.settings().running().and(heightProperty().greaterThan(LOW)));
        running.managedProperty().bind(running.visibleProperty());
        inspector.setId("inspector");
        inspector.setMinWidth(0);
        inspector.setMinHeight(20);
        empty.setId("tokens-empty");
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        // the text takes what it needs, then the line; what is left stays free
        VBox.setVgrow(running, Priority.ALWAYS);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        body = new VBox(
                6,
                header(),
                heatmap,
                running,
                new SelectionStrip(model, heatmap),
                inspector,
                gap,
                new AuditStrip(model));
        getStyleClass().add("card");
        setMinWidth(360);
        getChildren().addAll(body, empty);
        model.shown().subscribe(this::show);
        model.problem().subscribe(_ -> show(model.shown().get()));
        model.selection().hovered().subscribe(_ -> inspect());
        model.selection().cursor().subscribe(_ -> inspect());
    }

    private Node header() {
        layer.getStyleClass().add("card-title");
        layer.setId("shown-layer");
        layer.setMinWidth(0);
        meaning.getStyleClass().add("muted");
        HBox.setHgrow(meaning, Priority.ALWAYS);
        about.setId("response-about");
        about.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox title = new HBox(12, layer, gap, legend);
        title.setAlignment(Pos.CENTER_LEFT);
        HBox explained = new HBox(12, meaning, legend.marks());
        return new VBox(title, explained, about);
    }

    private void show(Optional<Shown> shown) {
        body.setVisible(shown.isPresent());
        empty.setVisible(shown.isEmpty());
        String problem = model.problem().get();
        boolean filtered = shown.isEmpty() && model.responses().total() > 0;
        empty.setText(
                !problem.isEmpty()
                        ? problem
                        : filtered ? "No response has these words; clear the filter to see all." : NOTHING);
        shown.ifPresent(now -> {
            layer.setText(now.layer().label());
            meaning.setText(now.layer().meaning());
            about.setText(about(now.row()));
            legend.show(now);
        });
        inspect();
    }

    private static String about(TraceRow row) {
        String check = ResponseCell.checkText(row);
        return "Step " + row.step() + " · prompt " + row.promptIndex() + " · sample " + row.sample() + " · "
                + ResponseCell.endedBy(row) + (check.isEmpty() ? "" : " · " + check) + " · return "
                + NumberText.signed(row.totalReturn());
    }

    private void inspect() {
        int token = model.selection().pointed();
        Optional<Shown> shown = model.shown().get();
        String text = shown.map(now -> TokenSentence.of(now.row(), token)).orElse("");
        inspector.setText(text.isEmpty() ? HINT : text);
        inspector.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        inspector.getStyleClass().setAll("label", text.isEmpty() ? "muted" : "token-sentence");
        heatmap.setAccessibleText(
                text.isEmpty()
                        ? shown.map(now -> shortened(now.row().response())).orElse("")
                        : text);
        heatmap.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private static String shortened(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }
}
