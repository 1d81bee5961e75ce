package org.densepath.app.runs;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button for one deed. Its tooltip says what it does or, while it cannot be pressed, why not: it lies on the
/// frame around the button, since a button that is disabled hears no pointer.
final class DeedButton extends StackPane {
    private final RunDeed deed;
    private final Button button;
    private final Tooltip tooltip = new Tooltip();

    DeedButton(RunDeed deed, RunsViewModel model) {
        this.deed = deed;
        button = new Button(deed.title(), new FontIcon(deed.icon()));
        button.setId("run-" + deed.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.act(deed));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        Tooltip.install(this, tooltip);
        getChildren().add(button);
        update(model);
    }

    void update(RunsViewModel model) {
        Optional<String> hindrance = model.hindrance(deed);
        button.setDisable(hindrance.isPresent());
        tooltip.setText(hindrance.orElse(deed.meaning()));
    }

    void styled(String style) {
        button.getStyleClass().add(style);
    }
}
