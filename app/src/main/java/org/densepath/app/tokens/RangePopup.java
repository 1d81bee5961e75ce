package org.densepath.app.tokens;

import atlantafx.base.controls.Popover;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the colours end: automatically, with the rarest magnitudes beyond, or at a number.
final class RangePopup {
    private final HeatmapSettings settings;
    private final Popover popup = new Popover();
    private final TextField limit = new TextField();
    private final Label share = new Label();
    private final Label wrong = new Label();

    RangePopup(HeatmapSettings settings) {
        this.settings = settings;
        popup.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popup.setDetachable(false);
        popup.setHeaderAlwaysVisible(false);
        popup.setContentNode(content());
    }

    void show(Node owner) {
        limit.setText(
                settings.limit().get() > 0 ? Double.toString(settings.limit().get()) : "");
        popup.show(owner);
    }

    private VBox content() {
        Label title = new Label("Range of the colours");
        title.getStyleClass().add("card-title");
        Label what = new Label("The same for all responses of the step, so that their colours can be compared."
                + " Values beyond take the end's colour.");
        what.setWrapText(true);
        what.getStyleClass().add("muted");

        Slider clip = new Slider(0.5, 1, settings.clip().get());
        clip.setId("clip");
        clip.setBlockIncrement(0.01);
        clip.setAccessibleText("The share of values within the automatic range");
        clip.valueProperty().bindBidirectional(settings.clip());
        HBox.setHgrow(clip, Priority.ALWAYS);
        share.setMinWidth(62);
        share.setAlignment(Pos.CENTER_RIGHT);
        settings.clip().subscribe(now -> share.setText(String.format(Locale.ROOT, "%.1f %%", 100 * now.doubleValue())));

        limit.setId("limit");
        limit.setPromptText("automatic");
        limit.setPrefColumnCount(7);
        limit.setAccessibleText("The value at which the colours end; empty for automatic");
        limit.setTooltip(new Tooltip("In the layer's own unit. Enter takes it."));
        limit.setOnAction(_ -> take());
        wrong.getStyleClass().add("problem");
        wrong.setVisible(false);
        wrong.setManaged(false);

        Button reset = new Button("Reset");
        reset.setId("reset-range");
        reset.getStyleClass().add("small");
        reset.setTooltip(new Tooltip("Automatic again, 99 % of values within"));
        reset.setOnAction(_ -> {
            settings.resetRange();
            limit.clear();
        });
        VBox box = new VBox(
                8, title, what, row("Automatic, within it", clip, share), row("Or end at", limit, gap(), reset), wrong);
        box.setPadding(new Insets(14));
        box.setPrefWidth(330);
        return box;
    }

    private void take() {
        String text = limit.getText().strip().replace('−', '-').replace("±", "").replace(',', '.');
        double value = text.isEmpty() ? 0 : parsed(text);
        boolean right = text.isEmpty() || Double.isFinite(value) && value != 0;
        wrong.setText("Type a number other than 0, as 0.5.");
        wrong.setVisible(!right);
        wrong.setManaged(!right);
        if (right) {
            settings.limit().set(Math.abs(value));
        }
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static HBox row(String name, Node... nodes) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, label);
        row.getChildren().addAll(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
