package org.densepath.app.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Named;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Theme;
import org.densepath.paint.file.WidthPreset;
import org.densepath.paint.font.Typeface;

/// How the chosen figure is set: size, theme, font, colours, density.
final class LookPane extends VBox {
    private final FiguresViewModel model;

    LookPane(FiguresViewModel model) {
        super(10);
        this.model = model;
        getChildren().addAll(presets(), grid(), texts());
    }

    private Node presets() {
        HBox row = new HBox();
        row.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        WidthPreset[] all = WidthPreset.values();
        for (int i = 0; i < all.length; i++) {
            WidthPreset preset = all[i];
            ToggleButton button = new ToggleButton(capital(preset.label()));
            button.setId("width-" + preset.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass()
                    .addAll("small", i == 0 ? "left-pill" : i == all.length - 1 ? "right-pill" : "center-pill");
            button.setTooltip(new Tooltip("%.0f mm wide%s"
                    .formatted(preset.millimetres(), preset == WidthPreset.SLIDE ? ", with large text" : "")));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(_ -> choose(preset, button));
            model.width.subscribe(now -> button.setSelected(now.doubleValue() == preset.millimetres()));
            row.getChildren().add(button);
        }
        return row;
    }

    private void choose(WidthPreset preset, ToggleButton button) {
        // a press on the chosen one leaves it chosen
        button.setSelected(true);
        model.width.set(preset.millimetres());
        if (preset == WidthPreset.SLIDE) {
            model.theme.set(Theme.SLIDE);
        } else if (model.theme.get() == Theme.SLIDE) {
            model.theme.set(Theme.PAPER);
        }
    }

    private Node grid() {
        GridPane grid = new GridPane(10, 7);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(62);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        grid.addRow(0, new Label("Width"), number("figure-width", model.width, 20, 2000, "mm", ""));
        Node height = number("figure-height", model.height, 20, 2000, "mm", "as needed");
        grid.addRow(1, new Label("Height"), height);
        model.result().subscribe(now -> {
            boolean free = now != null && now.figure() instanceof CurveFigure;
            height.setDisable(!free);
        });
        Tooltip.install(
                height, new Tooltip("Curves may be given a height; heatmaps and bars are as high as they must be"));
        grid.addRow(2, new Label("Theme"), choice("figure-theme", Theme.all(), model.theme, t -> capital(t.name())));
        grid.addRow(
                3,
                new Label("Font"),
                choice("figure-font", List.of(Typeface.values()), model.typeface, Typeface::family));
        grid.addRow(4, new Label("Colours"), palette());
        grid.addRow(5, new Label("PNG"), number("figure-dpi", model.dpi, 30, 2400, "pixels per inch", ""));
        return grid;
    }

    private Node texts() {
        CheckBox title = new CheckBox("Draw the title");
        title.setId("figure-with-title");
        title.selectedProperty().bindBidirectional(model.withTitle);
        title.setTooltip(new Tooltip("A paper says it in the caption; the file keeps it in any case"));
        CheckBox caption = new CheckBox("Draw the caption");
        caption.setId("figure-with-caption");
        caption.selectedProperty().bindBidirectional(model.withCaption);
        caption.setTooltip(
                new Tooltip("Leave it out where the paper's own caption stands; the file keeps it in any case"));
        HBox row = new HBox(16, title, caption);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node palette() {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("figure-palette");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Named<>(name -> capital(name.replace('-', ' '))));
        boolean[] filling = {false};
        model.result().subscribe(_ -> {
            List<String> fitting = model.palettes();
            if (!fitting.equals(box.getItems())) {
                filling[0] = true;
                box.getItems().setAll(fitting);
                filling[0] = false;
            }
            box.setValue(model.palette.get());
        });
        box.valueProperty().subscribe(now -> {
            if (now != null && !filling[0]) {
                model.palette.set(now);
            }
        });
        return box;
    }

    private static <T> ChoiceBox<T> choice(String id, List<T> all, Property<T> property, Function<T, String> name) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setConverter(new Named<>(name));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(property);
        return box;
    }

    /// A field of a number; what is no number within the bounds is marked and not taken. Empty means 0 where
    /// `otherwise` says so.
    private static Node number(
            String id, DoubleProperty property, double least, double most, String unit, String otherwise) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(6);
        field.setPromptText(otherwise);
        Tooltip bounds = new Tooltip("%.0f to %.0f %s".formatted(least, most, unit));
        field.setTooltip(bounds);
        property.subscribe(now -> {
            if (!field.isFocused()
                    || parsed(field.getText(), least, most, otherwise).isEmpty()) {
                field.setText(text(now.doubleValue()));
            }
        });
        field.textProperty().subscribe(now -> {
            Optional<Double> value = parsed(now, least, most, otherwise);
            field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, value.isEmpty());
            value.ifPresent(property::set);
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                field.setText(text(property.get()));
            }
        });
        Label name = new Label(unit);
        name.getStyleClass().add("muted");
        HBox row = new HBox(8, field, name);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Optional<Double> parsed(String text, double least, double most, String otherwise) {
        if (text.isBlank()) {
            return otherwise.isEmpty() ? Optional.empty() : Optional.of(0.0);
        }
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(double value) {
        return value == 0 ? "" : value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
