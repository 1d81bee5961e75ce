package org.densepath.app.shell;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.action.Navigator;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pages' names down the left side.
final class NavigationRail extends VBox {
    /// @param below pages that stand at the bottom, apart from the others
    NavigationRail(List<Page> pages, List<Page> below, Navigator navigator) {
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        pages.forEach(page -> getChildren().add(entry(page, group, navigator)));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        below.forEach(page -> getChildren().add(entry(page, group, navigator)));
    }

    private static ToggleButton entry(Page page, ToggleGroup group, Navigator navigator) {
        ToggleButton entry = new ToggleButton(page.title(), new FontIcon(page.icon()));
        entry.setId("page-" + page.id());
        entry.getStyleClass().add("rail-entry");
        entry.setToggleGroup(group);
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setTooltip(new Tooltip(page.hint()));
        entry.setOnAction(_ -> {
            navigator.show(page.id());
            entry.setSelected(true);
        });
        navigator.page().subscribe(shown -> entry.setSelected(page.id().equals(shown)));
        return entry;
    }
}
