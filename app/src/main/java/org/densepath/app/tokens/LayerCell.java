package org.densepath.app.tokens;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A layer in the list of layers: its key, its name, what it means.
final class LayerCell extends ListCell<TokenLayer> {
    private final Label key = new Label();
    private final Label name = new Label();
    private final Label meaning = new Label();
    private final HBox row;

    LayerCell() {
        key.getStyleClass().add("key");
        meaning.getStyleClass().add("response-about");
        row = new HBox(10, key, new VBox(1, name, meaning));
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(TokenLayer layer, boolean empty) {
        super.updateItem(layer, empty);
        if (empty || layer == null) {
            setGraphic(null);
            return;
        }
        key.setText(Integer.toString((layer.ordinal() + 1) % 10));
        name.setText(layer.label());
        meaning.setText(layer.meaning());
        setGraphic(row);
    }
}
