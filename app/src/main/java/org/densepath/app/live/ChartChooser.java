package org.densepath.app.live;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.control.ProseTooltip;

/// Which charts are shown: all by name with a search, or the main ones, or all.
final class ChartChooser extends VBox {
    private final LiveViewModel model;
    private final TextField search = new TextField();
    private final VBox list = new VBox(3);

    ChartChooser(LiveViewModel model) {
        super(8);
        this.model = model;
        setId("chart-chooser");
        getStyleClass().addAll("card", "chart-chooser");
        search.setPromptText("Search metrics");
        search.setId("chart-search");
        search.textProperty().subscribe(_ -> fill());
        HBox quick = new HBox(
                6,
                button("choose-main", "Main", "The charts for a first look", ChartChoice.MAIN),
                button("choose-all", "All", "Every metric of the run", ChartChoice.ALL),
                button("choose-none", "None", "Start from an empty page and pick", ChartChoice.OWN));
        quick.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, quick, scroll);
        model.charts().subscribe(_ -> fill());
        visibleProperty().subscribe(_ -> fill());
    }

    /// Where typing goes.
    Node field() {
        return search;
    }

    private Button button(String id, String text, String does, ChartChoice choice) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(does));
        button.setOnAction(_ -> {
            if (choice == ChartChoice.OWN) {
                model.choices().own().clear();
            }
            model.choices().charts().set(choice);
            fill();
        });
        return button;
    }

    private void fill() {
        if (!isVisible()) {
            return;
        }
        list.getChildren().clear();
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        ChartGroup group = null;
        for (Chart chart : model.available()) {
            if (!matches(chart, wanted)) {
                continue;
            }
            if (chart.group() != group) {
                group = chart.group();
                Label heading = new Label(group.title());
                heading.getStyleClass().add("chart-group");
                list.getChildren().add(heading);
            }
            list.getChildren().add(box(chart));
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren()
                    .add(NumbersView.muted(
                            wanted.isEmpty()
                                    ? "Metrics are listed as soon as the first step is done."
                                    : "No metric of this run is called so."));
        }
    }

    private CheckBox box(Chart chart) {
        CheckBox box = new CheckBox(chart.title());
        box.setId("choose-" + chart.id().replace('/', '-'));
        box.setSelected(model.choices().shows(chart));
        box.setTooltip(new ProseTooltip(chart.explained()));
        box.setOnAction(_ -> choose(chart, box.isSelected()));
        return box;
    }

    /// What is shown now becomes the person's own choice, with this chart in it or not.
    private void choose(Chart chart, boolean shown) {
        ChartChoices choices = model.choices();
        if (choices.charts().get() != ChartChoice.OWN) {
            List<String> now = model.available().stream()
                    .filter(choices::shows)
                    .map(Chart::id)
                    .toList();
            choices.own().clear();
            choices.own().addAll(now);
        }
        if (shown) {
            choices.own().add(chart.id());
        } else {
            choices.own().remove(chart.id());
        }
        choices.charts().set(ChartChoice.OWN);
    }

    private static boolean matches(Chart chart, String wanted) {
        return wanted.isEmpty()
                || chart.title().toLowerCase(Locale.ROOT).contains(wanted)
                || chart.group().title().toLowerCase(Locale.ROOT).contains(wanted)
                || chart.lines().stream().anyMatch(line -> line.metric().contains(wanted));
    }
}
