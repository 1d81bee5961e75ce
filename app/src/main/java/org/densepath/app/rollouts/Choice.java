package org.densepath.app.rollouts;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import org.densepath.app.control.Named;

/// A box to choose one of several values in. What is set from elsewhere is not told back.
public final class Choice<T> extends ComboBox<T> {
    private boolean updating;

    public Choice(String id, String meaning, Function<T, String> text, Consumer<T> chosen) {
        setId(id);
        getStyleClass().add("small");
        setTooltip(new Tooltip(meaning));
        setAccessibleText(meaning);
        setConverter(new Named<>(text));
        valueProperty().subscribe(value -> {
            if (value != null && !updating) {
                chosen.accept(value);
            }
        });
    }

    @SafeVarargs
    public final Choice<T> of(T... values) {
        getItems().setAll(values);
        return this;
    }

    /// Shows a value that was set elsewhere.
    public void show(T value) {
        updating = true;
        setValue(value);
        updating = false;
    }
}
