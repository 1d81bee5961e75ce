package org.densepath.app.launch;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.densepath.experiment.SettingDescription;

/// The control for a setting, by the kind of its values.
final class Controls {
    private Controls() {}

    static Node of(Field field) {
        SettingDescription setting = field.setting();
        Node control =
                switch (setting.kind()) {
                    case TEXT -> setting.choices().isEmpty() ? text(field) : choice(field, true);
                    case WHOLE, NUMBER, NUMBERS, WHOLES -> number(field);
                    case ARMS -> text(field);
                    case SWITCH -> toggle(field);
                    case CHOICE -> choice(field, false);
                    case CHOICES -> new ChoiceBoxes(field);
                    case MODEL, FILE -> new PathField(field);
                };
        if (!(control instanceof PathField)) {
            control.setId(id(setting));
        }
        return control;
    }

    /// `set-dpr-steps`.
    static String id(SettingDescription setting) {
        return "set-" + setting.key().replace('.', '-');
    }

    private static TextField text(Field field) {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(field.text());
        text.setAccessibleText(field.setting().label());
        return text;
    }

    private static TextField number(Field field) {
        TextField number = text(field);
        number.getStyleClass().add("launch-number");
        number.setPromptText(field.setting().empty());
        return number;
    }

    private static ComboBox<String> choice(Field field, boolean free) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(field.setting().choices());
        choice.setEditable(free);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(field.setting().label());
        if (free) {
            choice.getEditor().textProperty().bindBidirectional(field.text());
        } else {
            choice.valueProperty().bindBidirectional(field.text());
        }
        return choice;
    }

    private static ToggleSwitch toggle(Field field) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(field.setting().label());
        field.text().subscribe(now -> {
            toggle.setSelected(now.equals("true"));
            toggle.setText(now.equals("true") ? "On" : "Off");
        });
        toggle.selectedProperty().subscribe(on -> field.text().set(on.toString()));
        return toggle;
    }
}
