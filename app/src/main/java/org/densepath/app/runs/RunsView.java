package org.densepath.app.runs;

import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.Appearance;
import org.kordamp.ikonli.javafx.FontIcon;

/// The library of runs: all runs at the left, what is chosen at the right; over both, runs side by side.
public final class RunsView extends StackPane {
    private static final double ROW = 78;
    private static final double PANEL = 340;

    private final RunsViewModel model;
    private final ListView<RunRow> list = new ListView<>();
    private final RunPanel one;
    private final SeveralPanel several;
    private final Label none = new Label("Choose a run to see how it stands and what can be done with it.");
    private final RunsToolbar toolbar;
    private boolean syncing;

    public RunsView(RunsViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        getStyleClass().addAll("page", "runs");
        getStylesheets().add(RunsView.class.getResource("runs.css").toExternalForm());
        one = new RunPanel(model);
        several = new SeveralPanel(model, this::compare);
        none.getStyleClass().addAll("muted", "run-panel");
        none.setWrapText(true);

        list();
        toolbar = new RunsToolbar(model, this::compare);
        VBox library = new VBox(10, toolbar, list);
        library.getStyleClass().add("card");
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(library, Priority.ALWAYS);
        StackPane side = new StackPane(one, several, none);
        side.setAlignment(Pos.TOP_LEFT);
        side.getStyleClass().addAll("card", "run-side");
        side.setMinWidth(PANEL);
        side.setPrefWidth(PANEL);
        side.setMaxWidth(PANEL);
        HBox both = new HBox(14, library, side);
        CompareView compare = new CompareView(model.compare(), appearance);
        compare.visibleProperty().bind(model.compare().shown());
        both.visibleProperty().bind(model.compare().shown().not());
        getChildren().addAll(both, compare);

        model.rows().addListener((ListChangeListener<RunRow>) _ -> arrange());
        model.chosen().addListener((ListChangeListener<RunRow>) _ -> showChosen());
        model.looks().subscribe(_ -> refreshComparison());
        arrange();
        showChosen();
    }

    /// Lets a person type what they look for.
    void search() {
        model.compare().close();
        toolbar.search().requestFocus();
    }

    private void list() {
        list.setId("runs");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new RunCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getStyleClass().addAll("edge-to-edge", "runs-list");
        list.setAccessibleText("Runs");
        list.setPlaceholder(placeholder());
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) _ -> {
            if (!syncing) {
                model.choose(List.copyOf(list.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .toList()));
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.act(RunDeed.OPEN);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.act(RunDeed.OPEN);
            } else if (event.getCode() == KeyCode.DELETE) {
                model.act(RunDeed.TRASH);
            }
        });
        list.setContextMenu(menu());
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (RunDeed deed : RunDeed.values()) {
            if (model.offers(deed)) {
                MenuItem item = new MenuItem(deed.title(), new FontIcon(deed.icon()));
                item.setUserData(deed);
                item.setOnAction(_ -> model.act(deed));
                menu.getItems().add(item);
            }
        }
        menu.setOnShowing(_ -> menu.getItems()
                .forEach(item -> item.setDisable(
                        model.hindrance((RunDeed) item.getUserData()).isPresent())));
        return menu;
    }

    private Node placeholder() {
        Label text = new Label();
        text.setWrapText(true);
        text.setId("no-runs");
        Runnable update = () -> text.setText(
                !model.problem().get().isEmpty()
                        ? model.problem().get()
                        : model.total().get() == 0
                                ? "No runs yet. A run that is started here or in a terminal appears by itself."
                                : "No run has all these words in its name, tags, note, model, method or state.");
        model.looks().subscribe(_ -> update.run());
        model.problem().subscribe(_ -> update.run());
        return text;
    }

    private void arrange() {
        syncing = true;
        list.getItems().setAll(model.rows());
        syncing = false;
        select();
    }

    private void showChosen() {
        select();
        int chosen = model.chosen().size();
        one.setVisible(chosen == 1);
        several.setVisible(chosen > 1);
        none.setVisible(chosen == 0);
        if (chosen == 1) {
            one.show(model.chosen().getFirst());
        } else if (chosen > 1) {
            several.update();
        }
    }

    private void select() {
        if (syncing || model.chosen().equals(list.getSelectionModel().getSelectedItems())) {
            return;
        }
        syncing = true;
        list.getSelectionModel().clearSelection();
        model.chosen().forEach(row -> list.getSelectionModel().select(row));
        syncing = false;
    }

    void compare() {
        if (model.chosen().size() > 1) {
            model.compare().compare(List.copyOf(model.chosen()));
        }
    }

    private void refreshComparison() {
        boolean goesOn = model.rows().stream()
                .filter(row -> row.standing().get().busy())
                .anyMatch(row -> model.compare().comparison().get().runs().stream()
                        .anyMatch(run -> run.folder().equals(row.folder())));
        if (goesOn) {
            model.compare().refresh();
        }
    }
}
