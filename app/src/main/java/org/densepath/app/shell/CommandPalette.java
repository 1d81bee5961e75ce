package org.densepath.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.app.action.Action;
import org.densepath.app.action.Actions;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every action by a few letters of its name.
final class CommandPalette extends ChoicePalette<Action> {
    CommandPalette(Actions actions) {
        super("palette", "Type what you want to do", "Nothing is called so.", actions::find, Cell::new, 9, 34);
    }

    @Override
    boolean possible(Action action) {
        return action.possible().get();
    }

    @Override
    void choose(Action action) {
        action.run().run();
    }

    /// The action's icon, title and keys; why it is not possible, where it is not.
    private static final class Cell extends ListCell<Action> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label note = new Label();
        private final HBox row;

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            note.getStyleClass().add("muted");
            note.setMinWidth(0);
            title.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(10, icon, title, gap, note);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                icon.setIconCode(action.icon());
                title.setText(action.group() + ": " + action.title());
                boolean possible = action.possible().get();
                note.setText(
                        possible
                                ? action.keys()
                                        .map(keys -> keys.getDisplayText())
                                        .orElse("")
                                : action.why().get());
                row.setOpacity(possible ? 1 : 0.55);
            }
        }
    }
}
