package org.densepath.app.bench;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.densepath.app.control.OneLine;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// A pair in a line: whether r̂ found the error, its kind, the prompt and the wrong words.
final class LocalisedCell extends ListCell<Localised.Example> {
    private final FontIcon icon = new FontIcon(MaterialDesignT.TARGET);
    private final Label kind = new Label();
    private final Label error = new Label();
    private final Label prompt = new Label();
    private final HBox box = new HBox(8, icon, kind, error, prompt);

    LocalisedCell() {
        kind.getStyleClass().add("muted");
        kind.setMinWidth(62);
        error.getStyleClass().add("localised-error");
        error.setMinWidth(Region.USE_PREF_SIZE);
        error.setMaxWidth(140);
        prompt.setMinWidth(0);
        box.setAlignment(Pos.CENTER_LEFT);
        // the cell's width, not the text's
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Localised.Example example, boolean empty) {
        super.updateItem(example, empty);
        setText(null);
        if (empty || example == null) {
            setGraphic(null);
            return;
        }
        icon.getStyleClass().setAll("ikonli-font-icon", example.located() ? "localised-found" : "localised-missed");
        icon.setIconCode(example.located() ? MaterialDesignT.TARGET : MaterialDesignE.EYE_OFF_OUTLINE);
        kind.setText(example.pair().kind());
        error.setText(OneLine.of(String.join(
                "",
                example.pair()
                        .tokens()
                        .subList(example.pair().from(), example.pair().to()))));
        prompt.setText(OneLine.of(example.pair().prompt()));
        setGraphic(box);
        setAccessibleText((example.located() ? "found: " : "missed: ") + kind.getText() + ", " + error.getText() + ", "
                + prompt.getText());
    }
}
