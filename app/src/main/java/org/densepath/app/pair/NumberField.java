package org.densepath.app.pair;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.densepath.paint.NumberText;

/// A number that is written: what is none, or out of its range, is put back.
final class NumberField extends TextField {
    private final ObservableValue<Number> value;
    private final DoubleConsumer taken;
    private final double least;
    private final double most;

    NumberField(
            String id,
            String meaning,
            int columns,
            ObservableValue<Number> value,
            double least,
            double most,
            DoubleConsumer taken) {
        this.value = value;
        this.taken = taken;
        this.least = least;
        this.most = most;
        setId(id);
        setPrefColumnCount(columns);
        setMinWidth(44);
        setAccessibleText(meaning);
        setTooltip(new Tooltip(
                meaning + ", " + NumberText.plain(least) + " to " + String.format(Locale.ROOT, "%,.0f", most)));
        value.subscribe(_ -> show());
        setOnAction(_ -> take());
        focusedProperty().subscribe(now -> {
            if (!now) {
                take();
            }
        });
    }

    private void take() {
        try {
            double number = Double.parseDouble(getText().strip().replace(',', '.'));
            if (number >= least && number <= most) {
                taken.accept(number);
            }
        } catch (NumberFormatException e) {
            // put back below
        }
        show();
    }

    private void show() {
        double number = value.getValue().doubleValue();
        setText(number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number));
    }
}
