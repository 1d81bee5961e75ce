package org.densepath.app.shell;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.app.live.RunSnapshot;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The line at the top: the product, the shown run and how it stands, the palette, the colours.
final class WindowHeader extends HBox {
    private final Button name = new Button("", new FontIcon(MaterialDesignC.CHEVRON_DOWN));
    private final Label badge = new Label();
    private final Label sentence = new Label();

    /// @param switches asks for another run @param finds asks for an action
    /// @param helps shows all keys
    WindowHeader(RunViewModel run, AppearanceChoice appearance, Runnable switches, Runnable finds, Runnable helps) {
        super(12);
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon mark = new FontIcon(MaterialDesignC.CHART_TIMELINE_VARIANT);
        mark.getStyleClass().add("product-mark");
        Label product = new Label("DensePath", mark);
        product.getStyleClass().add("product");
        product.setMinWidth(Region.USE_PREF_SIZE);
        name.setId("shown-run");
        name.getStyleClass().addAll("flat", "small");
        name.setContentDisplay(ContentDisplay.RIGHT);
        name.setMinWidth(60);
        name.setTooltip(new Tooltip("Show another run (Ctrl+O)"));
        name.setOnAction(_ -> switches.run());
        badge.setId("shown-phase");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        sentence.setMinWidth(0);
        run.run().subscribe(_ -> show(run));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(product, name, badge, sentence, gap, search(finds), theme(appearance), help(helps));
    }

    private void show(RunViewModel run) {
        RunSnapshot now = run.run().get();
        name.setText(now.folder().map(_ -> now.name()).orElse("No run is open"));
        badge.setText(now.phase().label());
        badge.getStyleClass()
                .setAll(
                        "label",
                        "badge",
                        "badge-" + now.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        sentence.setText(now.phase().busy() ? joined(run.sentence(), run.remaining()) : "");
    }

    private static String joined(String sentence, String remaining) {
        return remaining.isEmpty() ? sentence : sentence + " · " + remaining;
    }

    private static Button search(Runnable finds) {
        Button search = new Button("Do anything   Ctrl+K", new FontIcon(MaterialDesignM.MAGNIFY));
        search.setId("open-palette");
        search.getStyleClass().addAll("small", "search-button");
        search.setMinWidth(Region.USE_PREF_SIZE);
        search.setTooltip(new Tooltip("Find any action by a few letters of its name"));
        search.setOnAction(_ -> finds.run());
        return search;
    }

    private static Button help(Runnable helps) {
        Button help = new Button("", new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        help.setId("help");
        help.getStyleClass().addAll("button-icon", "flat");
        help.setMinWidth(Region.USE_PREF_SIZE);
        help.setTooltip(new Tooltip("All keys (F1)"));
        help.setAccessibleText("All keys");
        help.setOnAction(_ -> helps.run());
        return help;
    }

    private static Button theme(AppearanceChoice appearance) {
        Button theme = new Button();
        theme.setId("appearance");
        theme.getStyleClass().addAll("button-icon", "flat");
        theme.setMinWidth(Region.USE_PREF_SIZE);
        theme.setOnAction(_ -> appearance.toggle());
        appearance.appearance().subscribe(now -> {
            String other = now == Appearance.LIGHT ? "Dark colours" : "Light colours";
            theme.setGraphic(new FontIcon(
                    now == Appearance.LIGHT ? MaterialDesignW.WEATHER_NIGHT : MaterialDesignW.WHITE_BALANCE_SUNNY));
            theme.setTooltip(new Tooltip(other));
            theme.setAccessibleText(other);
        });
        return theme;
    }
}
