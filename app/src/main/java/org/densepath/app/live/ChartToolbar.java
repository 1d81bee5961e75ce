package org.densepath.app.live;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What is shown of all charts: which, over what, how smooth; and what can be done with all of them.
final class ChartToolbar extends FlowPane {
    private final LiveViewModel model;
    private final ChartChoices choices;
    private final ToggleButton choose = toggle("choose-charts", "Charts", "Choose which charts are shown");
    private final Label smoothed = new Label();

    /// What the toolbar's buttons do.
    interface Deeds {
        void copyValues();

        void export();

        /// Asks for another run whose curves are laid over.
        void overlay();
    }

    /// @param choosing whether the list of charts is open @param numbers whether the numbers are
    ChartToolbar(LiveViewModel model, BooleanProperty choosing, BooleanProperty numbers, Deeds deeds) {
        super(14, 6);
        this.model = model;
        this.choices = model.choices();
        getStyleClass().add("chart-toolbar");
        choose.setGraphic(new FontIcon(MaterialDesignC.CHART_MULTILINE));
        choose.selectedProperty().bindBidirectional(choosing);
        ToggleButton table = toggle("show-numbers", "Numbers", "The last value of every metric, as a table");
        table.setGraphic(new FontIcon(MaterialDesignT.TABLE));
        table.selectedProperty().bindBidirectional(numbers);
        Button reset = button(
                "reset-zoom", "Reset zoom", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "Show all of every axis again");
        reset.setOnAction(_ -> choices.resetZoom());
        reset.visibleProperty().bind(model.zoomed());
        reset.managedProperty().bind(reset.visibleProperty());
        Button copy = button(
                "copy-values",
                "Copy",
                MaterialDesignC.CONTENT_COPY,
                "Copy the values of all charts shown as a table (CSV)");
        copy.setOnAction(_ -> deeds.copyValues());
        Button export = button(
                "export-curves", "Export", MaterialDesignE.EXPORT_VARIANT, "Export all charts shown as a figure");
        export.setOnAction(_ -> deeds.export());
        Button overlay = button(
                "overlay-run", "Overlay", MaterialDesignL.LAYERS_PLUS, "Lay the curves of another run over these");
        overlay.setOnAction(_ -> deeds.overlay());
        model.charts().subscribe(charts -> {
            copy.setDisable(charts.isEmpty());
            export.setDisable(charts.isEmpty());
        });
        getChildren().addAll(choose, axes(), logs(), smoothing(), row(overlay, copy, export, table), reset);
        setRowValignment(javafx.geometry.VPos.CENTER);
        model.charts().subscribe(_ -> name());
        choices.charts().subscribe(_ -> name());
    }

    private HBox axes() {
        ToggleGroup group = new ToggleGroup();
        HBox buttons = new HBox();
        for (XAxis axis : XAxis.values()) {
            ToggleButton button = toggle("axis-" + axis.name().toLowerCase(Locale.ROOT), axis.label(), axis.meaning());
            button.getStyleClass()
                    .add(axis == XAxis.STEP ? "left-pill" : axis == XAxis.TIME ? "right-pill" : "center-pill");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                choices.axis().set(axis);
                button.setSelected(true);
            });
            choices.axis().subscribe(now -> button.setSelected(now == axis));
            buttons.getChildren().add(button);
        }
        return row(muted("Over"), buttons);
    }

    private HBox logs() {
        ToggleButton x = toggle("log-x", "Log x", "Logarithmic x axis; step 0 is left out");
        x.selectedProperty().bindBidirectional(choices.logX());
        ToggleButton y =
                toggle("log-y", "Log y", "Logarithmic y axis on all charts; values that are not above 0 leave gaps");
        y.selectedProperty().bindBidirectional(choices.logY());
        return row(x, y);
    }

    private HBox smoothing() {
        Slider slider = new Slider(0, 0.99, choices.smoothing().get());
        slider.setId("smoothing");
        slider.setPrefWidth(110);
        slider.setBlockIncrement(0.05);
        slider.valueProperty().bindBidirectional(choices.smoothing());
        slider.setTooltip(new Tooltip(
                "Weight of the debiased moving average: 0 shows the measurements alone, 0.99 averages about 100"
                        + " steps"));
        smoothed.setMinWidth(30);
        choices.smoothing().subscribe(now -> smoothed.setText(String.format(Locale.ROOT, "%.2f", now.doubleValue())));
        return row(muted("Smoothing"), slider, smoothed);
    }

    private void name() {
        choose.setText(
                switch (choices.charts().get()) {
                    case MAIN -> "Charts: main";
                    case ALL -> "Charts: all " + model.charts().get().size();
                    case OWN -> "Charts: " + model.charts().get().size() + " chosen";
                });
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(6, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(Region.USE_PREF_SIZE);
        return row;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static ToggleButton toggle(String id, String text, String does) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(does));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Button button(String id, String text, Ikon icon, String does) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(does));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
