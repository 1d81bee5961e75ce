package org.densepath.app.tokens;

import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.densepath.paint.ColourMap;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// What else of the heatmap can be chosen: marks for blanks, what stands beside the text, colours.
final class ViewMenu extends MenuButton {
    ViewMenu(HeatmapSettings settings, Runnable exportRunning) {
        super("View", new FontIcon(MaterialDesignE.EYE_OUTLINE));
        setId("view");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip("Blanks, prompt, running return, colours"));
        MenuItem export = new MenuItem("Export the running return");
        export.setOnAction(_ -> exportRunning.run());
        MenuItem reset = new MenuItem("Reset the view");
        reset.setOnAction(_ -> settings.reset());
        getItems()
                .addAll(
                        check("Show the prompt", settings.prompt()),
                        check("Show the running return", settings.running()),
                        check("Mark blanks and tabs (· ⇥)", settings.blanks()),
                        new SeparatorMenuItem(),
                        colours("Colours of signed layers", settings.signedColours(), true),
                        colours("Colours of unsigned layers", settings.unsignedColours(), false),
                        new SeparatorMenuItem(),
                        export,
                        reset);
    }

    /// What a map is good for.
    static String hint(ColourMap map) {
        return switch (map) {
            case SIGNED_GREY -> "signed grey (black-and-white print; negative is underlined)";
            case GREYS -> "greys (black-and-white print)";
            default -> map.label();
        };
    }

    private static CheckMenuItem check(String text, BooleanProperty property) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.selectedProperty().bindBidirectional(property);
        return item;
    }

    private static Menu colours(String text, ObjectProperty<ColourMap> chosen, boolean diverging) {
        Menu menu = new Menu(text);
        ToggleGroup group = new ToggleGroup();
        Stream.of(ColourMap.values())
                .filter(map -> map.diverging() == diverging)
                .forEach(map -> {
                    RadioMenuItem item = new RadioMenuItem(hint(map));
                    item.setToggleGroup(group);
                    item.setOnAction(_ -> chosen.set(map));
                    chosen.subscribe(now -> item.setSelected(now == map));
                    menu.getItems().add(item);
                });
        return menu;
    }
}
