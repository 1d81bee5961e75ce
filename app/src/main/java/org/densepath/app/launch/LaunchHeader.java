package org.densepath.app.launch;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.SegmentedButton;
import org.densepath.app.task.Tasks;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What the form begins with, and the button that starts the run, with the reason where it cannot.
final class LaunchHeader extends VBox {
    private static final int RUNS = 12;

    private final LaunchViewModel model;
    private final Path runs;
    private final Tasks tasks;
    private final Consumer<Path> duplicate;

    /// @param duplicate fills the form from an experiment file @param launched what follows a start @param seek shows
    // the
    /// setting of this key
    LaunchHeader(
            LaunchViewModel model,
            Path runs,
            Tasks tasks,
            Consumer<Path> duplicate,
            Runnable launched,
            Consumer<String> seek) {
        super(8);
        this.model = model;
        this.runs = runs;
        this.tasks = tasks;
        this.duplicate = duplicate;
        getStyleClass().addAll("card", "launch-header");
        Label from = new Label("Begin with");
        from.setMinWidth(Region.USE_PREF_SIZE);
        from.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(10, from, presets(), earlier(), gap, launch(launched));
        row.setAlignment(Pos.CENTER_LEFT);
        Label about = new Label();
        about.setId("base-about");
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        model.base().subscribe(base -> about.setText(base.about() + "."));
        HBox second = new HBox(14, about, spacer(), obstacle(seek));
        second.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, second);
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    private SegmentedButton presets() {
        SegmentedButton presets = new SegmentedButton();
        for (Base preset : Base.PRESETS) {
            ToggleButton button = new ToggleButton(preset.label());
            button.setId("preset-" + preset.argument());
            button.setTooltip(new Tooltip(preset.about()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            // pressing the chosen one again brings its values back
            button.setOnAction(_ -> model.begin(preset));
            model.base().subscribe(base -> button.setSelected(base.argument().equals(preset.argument())));
            presets.getButtons().add(button);
        }
        presets.setToggleGroup(null);
        return presets;
    }

    private MenuButton earlier() {
        MenuButton menu = new MenuButton("An earlier run");
        menu.setId("duplicate");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(new Tooltip("Take over all settings of a run, or of an experiment file"));
        model.base().subscribe(base -> menu.setText(Base.PRESETS.contains(base) ? "An earlier run" : base.label()));
        menu.getItems().setAll(file());
        menu.setOnShowing(_ -> tasks.run("Looking for runs", _ -> newest(), found -> fill(menu, found), _ -> {}));
        return menu;
    }

    private void fill(MenuButton menu, List<Path> found) {
        List<MenuItem> items = new ArrayList<>();
        for (Path run : found) {
            MenuItem item = new MenuItem(run.getFileName().toString());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> duplicate.accept(run.resolve("experiment.json")));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(file());
        menu.getItems().setAll(items);
    }

    private MenuItem file() {
        MenuItem item = new MenuItem("An experiment file…");
        item.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("An experiment file");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Experiments", "*.json"));
            File chosen = chooser.showOpenDialog(getScene().getWindow());
            if (chosen != null) {
                duplicate.accept(chosen.toPath());
            }
        });
        return item;
    }

    /// The newest runs, by name, which begins with the date.
    private List<Path> newest() throws java.io.IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(run -> Files.isRegularFile(run.resolve("experiment.json")))
                    .sorted(Comparator.reverseOrder())
                    .limit(RUNS)
                    .toList();
        }
    }

    private StackPane launch(Runnable launched) {
        Button launch = new Button("Launch run", new FontIcon(MaterialDesignP.PLAY));
        launch.setId("launch-run");
        launch.getStyleClass().add(Styles.ACCENT);
        launch.setMinWidth(Region.USE_PREF_SIZE);
        launch.disableProperty().bind(model.obstacle().isNotEmpty());
        launch.setOnAction(_ -> {
            if (model.launch()) {
                launched.run();
            }
        });
        // a disabled button shows no tooltip, what it stands in does
        StackPane around = new StackPane(launch);
        around.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip why = new Tooltip();
        model.obstacle()
                .subscribe(sentence -> why.setText(
                        sentence.isEmpty() ? "Starts a worker with this experiment and shows it live" : sentence));
        Tooltip.install(around, why);
        return around;
    }

    private Label obstacle(Consumer<String> seek) {
        Label obstacle = new Label();
        obstacle.setId("launch-obstacle");
        obstacle.setMinWidth(Region.USE_PREF_SIZE);
        obstacle.setOnMouseClicked(_ -> model.form().wrong().stream()
                .findFirst()
                .ifPresent(field -> seek.accept(field.setting().key())));
        model.obstacle().subscribe(why -> {
            obstacle.setText(why.isEmpty() ? "Ready" : why);
            obstacle.getStyleClass().setAll("label", why.isEmpty() ? "launch-fine" : "problem", "launch-obstacle");
            obstacle.setGraphic(new FontIcon(
                    why.isEmpty() ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        });
        return obstacle;
    }
}
