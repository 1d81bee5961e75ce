package org.densepath.app.tokens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A few choices side by side, of which one holds.
final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param label what a button reads
    /// @param hint its tooltip
    /// @param id its id for each choice
    Segments(
            List<T> choices,
            Property<T> chosen,
            Function<T, String> label,
            Function<T, String> hint,
            Function<T, String> id) {
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(label.apply(choice));
            button.setId(id.apply(choice));
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(hint.apply(choice)));
            button.setMinWidth(Region.USE_PREF_SIZE);
            boolean first = choice.equals(choices.getFirst());
            boolean last = choice.equals(choices.getLast());
            button.getStyleClass().add(first ? "left-pill" : last ? "right-pill" : "center-pill");
            button.setOnAction(_ -> {
                chosen.setValue(choice);
                button.setSelected(true);
            });
            buttons.put(choice, button);
            getChildren().add(button);
        }
        chosen.subscribe(now -> buttons.forEach((choice, button) -> button.setSelected(choice.equals(now))));
    }

    ToggleButton button(T choice) {
        return buttons.get(choice);
    }
}
