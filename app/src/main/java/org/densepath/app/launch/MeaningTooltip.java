package org.densepath.app.launch;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.densepath.experiment.SettingDescription;

/// What a setting means, which values it takes, its default and where it comes from, as is shown on hover.
final class MeaningTooltip {
    private MeaningTooltip() {}

    static Tooltip of(Field field) {
        SettingDescription setting = field.setting();
        Label meaning = new Label(setting.meaning());
        meaning.setWrapText(true);
        meaning.setMaxWidth(380);
        Label key = new Label(setting.key());
        key.getStyleClass().add("launch-tooltip-key");
        VBox content = new VBox(5, key, meaning);
        add(content, values(setting));
        add(content, field.begun().isEmpty() ? "" : "Default here: " + field.begun());
        add(content, "Source: " + setting.source());
        content.getStyleClass().add("launch-tooltip");
        Tooltip tooltip = new Tooltip();
        tooltip.setGraphic(content);
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.minutes(1));
        tooltip.setOnShowing(_ -> refresh(content, field));
        return tooltip;
    }

    private static String values(SettingDescription setting) {
        if (!setting.choices().isEmpty()) {
            return "Values: " + String.join(", ", setting.choices());
        }
        return setting.range().isEmpty() ? "" : "Must " + setting.range();
    }

    private static void add(VBox content, String line) {
        if (!line.isEmpty()) {
            Label label = new Label(line);
            label.getStyleClass().add("launch-tooltip-line");
            label.setWrapText(true);
            label.setMaxWidth(380);
            content.getChildren().add(label);
        }
    }

    /// A form that was begun anew has other defaults.
    private static void refresh(VBox content, Field field) {
        content.getChildren().stream()
                .filter(node -> node instanceof Label line && line.getText().startsWith("Default here: "))
                .forEach(node -> ((Label) node).setText("Default here: " + field.begun()));
    }
}
