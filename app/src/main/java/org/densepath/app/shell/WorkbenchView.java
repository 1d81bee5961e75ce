package org.densepath.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The window's frame: the shown run above, the pages' names at the left, one page, the status below.
public final class WorkbenchView extends StackPane {
    private final CommandPalette palette;

    /// @param below pages that are named at the foot of the rail
    WorkbenchView(
            List<Page> pages,
            List<Page> below,
            Navigator navigator,
            Actions actions,
            RunViewModel run,
            AppearanceChoice appearance,
            MachineWatch machine,
            Tasks tasks,
            Notices notices) {
        getStyleClass().add("workbench");
        getStylesheets().add(WorkbenchView.class.getResource("workbench.css").toExternalForm());
        palette = new CommandPalette(actions);
        StackPane shown = new StackPane();
        show(Stream.concat(pages.stream(), below.stream()).toList(), navigator, shown);
        NoticeBar bar = new NoticeBar(shown);
        notices.shownBy(bar::show);
        BorderPane frame = new BorderPane(bar.node());
        frame.setTop(header(run, appearance));
        frame.setLeft(new NavigationRail(pages, below, navigator));
        frame.setBottom(new StatusBar(run, machine, tasks));
        getChildren().addAll(frame, palette);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                actions.install(scene);
            }
        });
    }

    /// A page is made when it is first shown, and only the shown one is in the scene: the others cost nothing
    /// when the window opens or changes its colours.
    private static void show(List<Page> pages, Navigator navigator, StackPane shown) {
        Map<String, Region> made = new HashMap<>();
        navigator.page().subscribe(id -> pages.stream()
                .filter(page -> page.id().equals(id))
                .findFirst()
                .ifPresent(page -> {
                    Region node = made.computeIfAbsent(id, _ -> page.node().get());
                    made.values().forEach(other -> other.setVisible(other == node));
                    shown.getChildren().setAll(node);
                }));
    }

    void showPalette() {
        palette.show();
    }

    private HBox header(RunViewModel run, AppearanceChoice appearance) {
        FontIcon mark = new FontIcon(MaterialDesignC.CHART_TIMELINE_VARIANT);
        mark.getStyleClass().add("product-mark");
        Label product = new Label("DensePath", mark);
        product.getStyleClass().add("product");
        product.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label();
        name.setId("shown-run");
        name.setMinWidth(0);
        Label badge = new Label();
        badge.setId("shown-phase");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Label sentence = new Label();
        sentence.getStyleClass().add("muted");
        sentence.setMinWidth(0);
        run.run().subscribe(now -> {
            name.setText(now.folder().map(path -> path.getFileName().toString()).orElse("No run is open"));
            badge.setText(now.phase().label());
            badge.getStyleClass()
                    .setAll(
                            "label",
                            "badge",
                            "badge-"
                                    + now.phase()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'));
            sentence.setText(now.phase().busy() ? run.sentence() + "  " + run.remaining() : "");
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(12, product, name, badge, sentence, gap, search(), theme(appearance));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("header");
        return header;
    }

    private Button search() {
        Button search = new Button("Do anything   Ctrl+K", new FontIcon(MaterialDesignM.MAGNIFY));
        search.setId("open-palette");
        search.getStyleClass().addAll("small", "search-button");
        search.setMinWidth(Region.USE_PREF_SIZE);
        search.setTooltip(new Tooltip("Find any action by a few letters of its name"));
        search.setOnAction(_ -> showPalette());
        return search;
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
