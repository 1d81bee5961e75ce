package org.densepath.app.launch;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.densepath.experiment.BuiltInArm;
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
                    case CHOICES -> choices(field);
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

    /// Check boxes; the text lists what is chosen.
    private static FlowPane choices(Field field) {
        FlowPane row = new FlowPane(18, 6);
        row.setPrefWrapLength(460);
        row.getStyleClass().add("launch-choices");
        List<CheckBox> boxes = new ArrayList<>();
        for (String choice : field.setting().choices()) {
            CheckBox box = new CheckBox(choice);
            box.setId("choose-" + choice.replace('.', '-'));
            BuiltInArm.of(choice).ifPresent(arm -> box.setTooltip(new Tooltip(arm.meaning())));
            box.setOnAction(_ -> field.text().set(chosen(boxes)));
            boxes.add(box);
        }
        field.text().subscribe(now -> {
            List<String> chosen = List.of(now.split(", "));
            boxes.forEach(box -> box.setSelected(chosen.contains(box.getText())));
        });
        row.getChildren().setAll(boxes);
        return row;
    }

    private static String chosen(List<CheckBox> boxes) {
        return String.join(
                ", ",
                boxes.stream()
                        .filter(CheckBox::isSelected)
                        .map(CheckBox::getText)
                        .toList());
    }
}
