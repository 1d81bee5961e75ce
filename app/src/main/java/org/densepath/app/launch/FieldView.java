package org.densepath.app.launch;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.experiment.SettingDescription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// One setting: its name and unit, the control, and what is wrong beside it. Hovering tells what it means.
final class FieldView extends VBox {
    FieldView(Field field, Node control) {
        getStyleClass().add("launch-field");
        setId("field-" + field.setting().key().replace('.', '-'));
        Tooltip meaning = MeaningTooltip.of(field);
        HBox head = head(field);
        Tooltip.install(head, meaning);
        Tooltip.install(control, meaning);
        control.setAccessibleHelp(field.setting().meaning());
        Label message = message(field);
        field.problem().subscribe(why -> control.pseudoClassStateChanged(Styles.STATE_DANGER, !why.isEmpty()));
        getChildren().addAll(head, control, message);
    }

    private static HBox head(Field field) {
        SettingDescription setting = field.setting();
        Label label = new Label(setting.label());
        label.getStyleClass().add("launch-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label unit = new Label(unit(setting));
        unit.getStyleClass().add("launch-unit");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, label, unit, gap, undo(field));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinWidth(0);
        return head;
    }

    /// `tokens`, `threads, 0: all cores`.
    private static String unit(SettingDescription setting) {
        String zero = setting.zero().isEmpty() ? "" : "0: " + setting.zero();
        return setting.unit().isEmpty() || zero.isEmpty() ? setting.unit() + zero : setting.unit() + ", " + zero;
    }

    private static Button undo(Field field) {
        Button undo = new Button("", new FontIcon(MaterialDesignU.UNDO_VARIANT));
        undo.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "launch-undo");
        undo.setFocusTraversable(false);
        undo.visibleProperty().bind(field.changed());
        undo.setOnAction(_ -> field.reset());
        undo.setAccessibleText("Back to what it was");
        Tooltip tooltip = new Tooltip();
        tooltip.setOnShowing(_ -> tooltip.setText(
                field.begun().isEmpty() ? "Changed. Empty it again" : "Changed. Back to " + field.begun()));
        undo.setTooltip(tooltip);
        return undo;
    }

    private static Label message(Field field) {
        Label message = new Label("", new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        message.setId("problem-" + field.setting().key().replace('.', '-'));
        message.getStyleClass().addAll("problem", "launch-problem");
        message.setWrapText(true);
        message.textProperty().bind(field.problem());
        message.managedProperty().bind(field.problem().isNotEmpty());
        message.visibleProperty().bind(field.problem().isNotEmpty());
        return message;
    }
}
