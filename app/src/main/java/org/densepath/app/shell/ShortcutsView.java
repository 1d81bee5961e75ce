package org.densepath.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.densepath.app.control.CardColumns;

/// The page of all keys, by group.
final class ShortcutsView extends ScrollPane {
    private static final double WIDTH = 360;

    ShortcutsView(Actions actions) {
        setId("shortcuts");
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        Map<String, List<Action>> byGroup = actions.all().stream()
                .filter(action -> action.keys().isPresent())
                .collect(Collectors.groupingBy(Action::group, LinkedHashMap::new, Collectors.toList()));
        CardColumns cards = new CardColumns(
                WIDTH,
                byGroup.entrySet().stream()
                        .map(group -> card(group.getKey(), group.getValue()))
                        .toList());
        cards.setPadding(new Insets(14, 18, 14, 18));
        setContent(cards);
    }

    private static VBox card(String group, List<Action> actions) {
        Label title = new Label(group);
        title.getStyleClass().add("card-title");
        GridPane keys = new GridPane(18, 6);
        for (int i = 0; i < actions.size(); i++) {
            Label key = new Label(actions.get(i).keys().orElseThrow().getDisplayText());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            keys.addRow(i, key, new Label(actions.get(i).title()));
        }
        VBox card = new VBox(10, title, keys);
        card.getStyleClass().add("card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        return card;
    }
}
