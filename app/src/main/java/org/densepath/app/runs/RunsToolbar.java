package org.densepath.app.runs;

import atlantafx.base.controls.CustomTextField;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.control.Named;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// Over the list: how many runs there are, search, order, compare.
final class RunsToolbar extends HBox {
    private final RunsViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final Label count = new Label();

    RunsToolbar(RunsViewModel model, Runnable compare) {
        super(10);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Runs");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("runs-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(title, count, gap, search, sort(), compareButton(compare));
        prepareSearch();
        model.looks().subscribe(_ -> count());
        model.rows().addListener((ListChangeListener<RunRow>) _ -> count());
    }

    CustomTextField search() {
        return search;
    }

    private void prepareSearch() {
        search.setId("runs-search");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.setPromptText("Name, tag, note, state");
        search.setTooltip(
                new Tooltip("Runs with all of these words in their name, folder, tags, note, model, methods or state"));
        search.setPrefWidth(230);
        search.setMinWidth(140);
        search.textProperty().bindBidirectional(model.query());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
    }

    private ComboBox<RunSort> sort() {
        ComboBox<RunSort> sort = new ComboBox<>();
        sort.setId("runs-sort");
        sort.getItems().setAll(RunSort.values());
        sort.setConverter(new Named<>(RunSort::label));
        sort.valueProperty().bindBidirectional(model.sort());
        sort.setTooltip(new Tooltip("In which order the runs are listed"));
        sort.setMinWidth(Region.USE_PREF_SIZE);
        return sort;
    }

    private StackPane compareButton(Runnable compare) {
        Button button = new Button("Compare", new FontIcon(MaterialDesignC.COMPARE_HORIZONTAL));
        button.setId("runs-compare");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> compare.run());
        Tooltip tooltip = new Tooltip();
        // on the frame: a disabled button hears no pointer
        StackPane frame = new StackPane(button);
        Tooltip.install(frame, tooltip);
        Runnable update = () -> {
            boolean several = model.chosen().size() > 1;
            button.setDisable(!several);
            tooltip.setText(
                    several
                            ? "Lay the curves of the chosen runs over each other"
                            : "Choose two or more runs to compare: tick the boxes before their names.");
        };
        model.chosen().addListener((ListChangeListener<RunRow>) _ -> update.run());
        update.run();
        return frame;
    }

    private void count() {
        int all = model.total().get();
        int found = model.rows().size();
        count.setText(found == all ? "" + all : found + " of " + all);
    }
}
