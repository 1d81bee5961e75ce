package org.densepath.app.pair;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// Hands a drawing out for export.
final class ExportButton {
    private ExportButton() {}

    static Button of(Runnable export) {
        Button button = new Button("Export…", new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Export this drawing"));
        button.setOnAction(_ -> export.run());
        return button;
    }

    /// What pushes the button to the right.
    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
