package org.densepath.app.tokens;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.CreditSummary;
import org.densepath.paint.ValueRange;
import org.densepath.run.TraceRow;

/// The credit of each token of a sampled response, and the responses to choose from.
public final class TokensView extends BorderPane {
    private static final String NOTHING = "Responses appear here with the first step of Dense-Path REINFORCE.";

    private final TokensViewModel model;
    private final HeatmapView heatmap;
    private final LegendView legend;
    private final ListView<TraceRow> responses = new ListView<>();
    private final ComboBox<TokenLayer> layers = new ComboBox<>();
    private final Label step = new Label();
    private final Label prompt = new Label();
    private final Label summary = new Label();
    private final Label inspector = new Label();
    private final Label empty = new Label(NOTHING);
    private boolean updating;

    public TokensView(TokensViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        heatmap = new HeatmapView(appearance);
        legend = new LegendView(appearance);
        getStyleClass().add("card");
        setTop(header());
        setCenter(body());
        model.rows().subscribe(_ -> updateRows());
        model.problem().subscribe(_ -> updateText());
        model.selected().subscribe(_ -> updateText());
        model.layer().subscribe(_ -> updateText());
        heatmap.token().subscribe(token -> inspect(token.intValue()));
    }

    private HBox header() {
        Label title = new Label("Token credit");
        title.getStyleClass().add("card-title");
        step.getStyleClass().add("muted");
        step.setId("trace-step");
        layers.setId("layer");
        layers.setAccessibleText("Which of the tokens' numbers is shown");
        layers.getStyleClass().add("small");
        layers.setConverter(new StringConverter<>() {
            @Override
            public String toString(TokenLayer layer) {
                return layer == null ? "" : layer.label();
            }

            @Override
            public TokenLayer fromString(String text) {
                throw new UnsupportedOperationException("layers are chosen, not typed");
            }
        });
        layers.valueProperty().subscribe(layer -> {
            if (layer != null && !updating) {
                model.layer().set(layer);
            }
        });
        layers.setPrefWidth(138);
        title.setMinWidth(Region.USE_PREF_SIZE);
        step.setMinWidth(Region.USE_PREF_SIZE);
        CheckBox follow = new CheckBox("Follow");
        follow.setId("follow");
        follow.visibleProperty().bind(layers.visibleProperty());
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.setTooltip(new Tooltip("Always show the newest step. Choosing a response holds the step."));
        follow.selectedProperty().bindBidirectional(model.following());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(10, title, step, gap, legend, layers, follow);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setPadding(new Insets(0, 0, 8, 0));
        return header;
    }

    private Region body() {
        responses.setId("responses");
        responses.setAccessibleText("Sampled responses of this step");
        responses.getStyleClass().addAll("dense", "responses");
        responses.setCellFactory(_ -> new ResponseCell());
        responses.setPrefWidth(230);
        responses.setMinWidth(170);
        responses.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!updating) {
                model.choose(index.intValue());
            }
        });
        prompt.setId("prompt");
        prompt.getStyleClass().add("muted");
        prompt.setMinWidth(0);
        prompt.setPadding(new Insets(0, 0, 0, 5));
        heatmap.setId("heatmap");
        summary.getStyleClass().add("muted");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        inspector.setId("inspector");
        inspector.setMinWidth(0);
        VBox.setVgrow(heatmap, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        // two lines always, so that the text above stands still
        inspector.setWrapText(true);
        inspector.setMinHeight(36);
        inspector.setPrefHeight(36);
        inspector.setAlignment(Pos.TOP_LEFT);
        inspector.setPadding(new Insets(0, 0, 0, 5));
        VBox right = new VBox(6, new HBox(12, prompt, gap, summary), heatmap, inspector);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox body = new HBox(14, responses, right);
        body.visibleProperty().bind(empty.visibleProperty().not());
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        return new StackPane(body, empty);
    }

    private void updateRows() {
        List<TraceRow> rows = model.rows().get();
        updating = true;
        responses.getItems().setAll(rows);
        layers.getItems().setAll(TokenLayer.in(rows));
        updating = false;
        updateText();
    }

    private void updateText() {
        Optional<TraceRow> chosen = model.response();
        TokenLayer layer = model.layer().get();
        updating = true;
        layers.setValue(model.rows().get().isEmpty() ? null : layer);
        layers.setTooltip(new Tooltip(layer.label() + ": " + layer.meaning()));
        if (model.selected().get() >= 0) {
            responses.getSelectionModel().select(model.selected().get());
        }
        updating = false;
        step.setText(model.stepText());
        boolean shown = chosen.isPresent() && layer.of(chosen.get()).length > 0;
        empty.setVisible(!shown);
        empty.setText(
                model.problem().get().isEmpty() ? NOTHING : model.problem().get());
        legend.setVisible(shown);
        layers.setVisible(shown);
        if (shown) {
            TraceRow row = chosen.get();
            ValueRange range = layer.range(model.rows().get());
            heatmap.show(row, layer, range);
            legend.show(layer.colours(), range);
            prompt.setText(ResponseCell.oneLine(row.prompt()));
            prompt.setTooltip(new Tooltip(row.prompt()));
            summary.setText(CreditSummary.of(layer.of(row)).sentence());
        } else {
            heatmap.showNothing();
        }
        inspect(heatmap.token().get());
    }

    private void inspect(int token) {
        String text = model.describe(token);
        inspector.setText(text.isEmpty() ? "Point at a token, or use the arrow keys." : text);
        inspector.setOpacity(text.isEmpty() ? 0.7 : 1);
        heatmap.setAccessibleText(
                text.isEmpty() ? model.response().map(TraceRow::response).orElse("") : text);
    }
}
