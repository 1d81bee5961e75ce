package org.densepath.app.tokens;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Named;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TokenSpans;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Which step, which of the tokens' numbers, taken together how, and how they are shown.
final class TokensToolbar extends VBox {
    private final TokensViewModel model;
    private final ComboBox<TokenLayer> layers = new ComboBox<>();
    private final Segments<SpanValue> values;
    private final Label valuesHint = new Label();
    private final Button export;
    private final Button edit;
    private boolean updating;

    TokensToolbar(TokensViewModel model, TokensCommands commands) {
        super(8);
        this.model = model;
        HeatmapSettings settings = model.settings();
        export = button("export", "Export figure", MaterialDesignF.FILE_EXPORT_OUTLINE, "The heatmap as shown (F)");
        export.setOnAction(_ -> commands.export());
        edit = button("edit", "Edit", MaterialDesignP.PENCIL_OUTLINE, "Change the response and score it again (E)");
        edit.setOnAction(_ -> commands.edit());
        edits(false);
        Button copy = button("copy-view", "", MaterialDesignL.LINK_VARIANT, "Copy this view as a line of text");
        copy.setOnAction(_ -> commands.copyView());
        Button paste = button("paste-view", "", MaterialDesignC.CONTENT_PASTE, "Show a view that was copied");
        paste.setOnAction(_ -> commands.pasteView());
        layers();
        Segments<TokenSpans.Unit> units = new Segments<>(
                List.of(TokenSpans.Unit.values()),
                settings.unit(),
                TokenSpans.Unit::label,
                unit -> "One value a " + HeatmapSettings.word(unit),
                unit -> "unit-" + HeatmapSettings.word(unit));
        values = new Segments<>(
                List.of(SpanValue.SUM, SpanValue.MEAN),
                settings.value(),
                SpanValue::label,
                value -> "The " + HeatmapSettings.word(value) + " of the tokens that are taken together",
                value -> "value-" + HeatmapSettings.word(value));
        valuesHint.getStyleClass().add("muted");
        Segments<HeatmapSettings.Density> density = new Segments<>(
                List.of(HeatmapSettings.Density.ROOMY, HeatmapSettings.Density.DENSE),
                settings.density(),
                d -> d == HeatmapSettings.Density.ROOMY ? "Roomy" : "Dense",
                d -> d == HeatmapSettings.Density.ROOMY ? "Large, each token apart" : "Small, for long responses",
                d -> "density-" + HeatmapSettings.word(d));
        Button range = button("range", "Range", MaterialDesignA.ARROW_EXPAND_HORIZONTAL, "Where the colours end");
        RangePopup popup = new RangePopup(settings);
        range.setOnAction(_ -> popup.show(range));
        getStyleClass().addAll("card", "tokens-toolbar");
        getChildren()
                .addAll(
                        row(new StepBar(model), gap(), density, copy, paste, edit, export),
                        row(
                                name("Show"),
                                layers,
                                units,
                                values,
                                valuesHint,
                                gap(),
                                range,
                                new ViewMenu(settings, commands::exportRunning)));
        model.step().subscribe(_ -> updateLayers());
        settings.layer().subscribe(_ -> update());
        settings.unit().subscribe(_ -> update());
    }

    /// Whether there is an export to offer.
    void exports(boolean possible) {
        export.setVisible(possible);
        export.setManaged(possible);
    }

    /// Whether there is an editor.
    void edits(boolean possible) {
        edit.setVisible(possible);
        edit.setManaged(possible);
    }

    private void layers() {
        layers.setId("layer");
        layers.setAccessibleText("Which of the tokens' numbers is shown");
        layers.setPrefWidth(205);
        layers.setMinWidth(150);
        layers.setVisibleRowCount(11);
        layers.setConverter(new Named<>(TokenLayer::label));
        layers.setCellFactory(_ -> new LayerCell());
        layers.valueProperty().subscribe(layer -> {
            if (layer != null && !updating) {
                model.layer().set(layer);
            }
        });
    }

    private void updateLayers() {
        updating = true;
        layers.getItems().setAll(TokenLayer.in(model.step().get()));
        updating = false;
        update();
    }

    private void update() {
        updating = true;
        TokenLayer layer = model.layer().get();
        layers.setValue(layers.getItems().contains(layer) ? layer : null);
        layers.setTooltip(new Tooltip(layer.meaning() + ". Keys 1 to 9 and 0 choose."));
        boolean together = model.settings().unit().get() != TokenSpans.Unit.TOKEN;
        values.setVisible(together && layer.additive());
        values.setManaged(values.isVisible());
        valuesHint.setText(together && !layer.additive() ? "that of its first token" : "");
        valuesHint.setManaged(!valuesHint.getText().isEmpty());
        updating = false;
    }

    private static Label name(String text) {
        Label name = new Label(text);
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private static Button button(String id, String text, Ikon icon, String tooltip) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(text.isEmpty() ? tooltip : text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(10, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
