package org.densepath.app.launch;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A bar of shares of one whole, side by side.
final class ShareBar extends HBox {
    ShareBar() {
        getStyleClass().add("launch-bar");
        setMinHeight(USE_PREF_SIZE);
        setMinWidth(0);
        clear();
    }

    void clear() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    /// @param tooMuch whether it is more than there is
    void show(List<Double> shares, boolean tooMuch) {
        setVisible(true);
        setManaged(true);
        getChildren().clear();
        for (int i = 0; i < shares.size(); i++) {
            Region part = new Region();
            part.getStyleClass().addAll("launch-share", tooMuch ? "launch-share-over" : "launch-share-" + i);
            part.prefWidthProperty().bind(widthProperty().multiply(shares.get(i)));
            part.setMinWidth(0);
            getChildren().add(part);
        }
    }
}
