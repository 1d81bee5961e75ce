package org.densepath.app.rollouts;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.densepath.run.query.Limits;

/// Two fields, from and to; what is no number is marked and counts as no limit.
public final class LimitFields extends HBox {
    private final TextField from;
    private final TextField to;
    private final Consumer<Limits> changed;
    private Limits shown = Limits.NONE;

    /// @param id of the fields, with `-from` and `-to` behind it
    public LimitFields(String label, String unit, String id, Consumer<Limits> changed) {
        super(4);
        this.changed = changed;
        setAlignment(Pos.CENTER_LEFT);
        from = field(id + "-from", "from", "Smallest " + unit);
        to = field(id + "-to", "to", "Largest " + unit);
        Label name = new Label(label);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("muted");
        getChildren().addAll(name, from, to);
    }

    /// Shows limits that were set elsewhere.
    public void show(Limits limits) {
        if (!limits.equals(shown)) {
            shown = limits;
            from.setText(text(limits.low()));
            to.setText(text(limits.high()));
        }
    }

    private TextField field(String id, String prompt, String meaning) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.getStyleClass().add("small");
        field.setPrefColumnCount(4);
        field.setTooltip(new Tooltip(meaning + "; empty for no limit"));
        field.setAccessibleText(meaning);
        field.textProperty().subscribe((_, _) -> read());
        return field;
    }

    private void read() {
        Limits limits = new Limits(value(from, Double.NEGATIVE_INFINITY), value(to, Double.POSITIVE_INFINITY));
        if (!limits.equals(shown)) {
            shown = limits;
            changed.accept(limits);
        }
    }

    private static double value(TextField field, double none) {
        String text = field.getText().strip().replace('−', '-');
        boolean wrong = false;
        double value = none;
        if (!text.isEmpty()) {
            try {
                value = Double.parseDouble(text);
                wrong = Double.isNaN(value);
            } catch (NumberFormatException _) {
                wrong = true;
            }
        }
        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), wrong);
        return wrong ? none : value;
    }

    private static String text(double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
