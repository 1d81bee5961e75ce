package org.densepath.app.rollouts;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.ProblemLine;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.live.Place;
import org.densepath.app.paint.Appearance;
import org.densepath.run.query.RolloutFilter;
import org.densepath.run.query.RolloutSort;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The page of all kept responses: filter, table, and the selected one beside others to its prompt.
public final class RolloutsView extends VBox {
    private final RolloutsViewModel model;
    private final RolloutTableView table;

    /// @param opens shows a response's tokens
    /// @param exports takes a figure
    public RolloutsView(
            RolloutsViewModel model,
            ObservableValue<Appearance> appearance,
            Consumer<Place> opens,
            Consumer<FigureOffer> exports) {
        super(10);
        this.model = model;
        getStyleClass().addAll("card", "rollouts");
        getStylesheets().add(RolloutsView.class.getResource("rollouts.css").toExternalForm());
        table = new RolloutTableView(model, opens);
        SplitPane split = new SplitPane(table, new ComparePanel(model, appearance, opens, exports));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.62);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head(), new FilterBar(model), tools(), problem(), split);
        model.selected().subscribe(_ -> choose());
        model.files().subscribe(_ -> say());
        model.busy().subscribe(_ -> say());
        model.filter().subscribe(_ -> say());
        model.lines().subscribe(lines -> {
            say();
            // something to read from the start on
            if (model.selected().get() < 0
                    && lines.responses() > 0
                    && !lines.grouped()
                    && model.comparison().chosen().isEmpty()) {
                model.selected().set(0);
            }
        });
    }

    private HBox head() {
        Label title = new Label("Rollouts");
        title.getStyleClass().add("card-title");
        Label summary = new Label();
        summary.setId("rollouts-summary");
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        summary.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.files().get().isEmpty() ? "" : model.summary(), model.lines(), model.files()));
        Button clear = new Button("Clear filter");
        clear.setId("clear-filter");
        clear.getStyleClass().addAll("small", "flat", "accent");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(_ -> model.clearFilter());
        clear.visibleProperty().bind(model.filter().map(filter -> !filter.equals(RolloutFilter.ALL)));
        clear.managedProperty().bind(clear.visibleProperty());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(16, 16);
        busy.setMinSize(16, 16);
        busy.visibleProperty().bind(model.busy());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button more = new Button();
        more.setId("show-new-steps");
        more.getStyleClass().addAll("small", "accent");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "Show " + RolloutText.count(model.newSteps().get(), "new step"), model.newSteps()));
        more.visibleProperty().bind(model.newSteps().greaterThan(0));
        more.setOnAction(_ -> model.refresh());
        HBox head = new HBox(10, title, summary, clear, busy, gap, more);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox tools() {
        Choice<RolloutSort.Column> by = new Choice<>(
                        "sort-by",
                        "What the responses are sorted by; a column's header does the same",
                        RolloutsView::name,
                        column -> model.sort()
                                .set(new RolloutSort(column, model.sort().get().descending())))
                .of(RolloutSort.Column.values());
        Button direction = new Button();
        direction.setId("sort-direction");
        direction.getStyleClass().addAll("small", "button-icon");
        direction.setOnAction(_ -> {
            RolloutSort now = model.sort().get();
            model.sort().set(new RolloutSort(now.column(), !now.descending()));
        });
        model.sort().subscribe(sort -> {
            by.show(sort.column());
            direction.setGraphic(
                    new FontIcon(sort.descending() ? MaterialDesignS.SORT_DESCENDING : MaterialDesignS.SORT_ASCENDING));
            String text = sort.descending() ? "Largest or newest first" : "Smallest or oldest first";
            direction.setTooltip(new Tooltip(text));
            direction.setAccessibleText(text);
        });
        ToggleButton group = new ToggleButton("Group by prompt", new FontIcon(MaterialDesignF.FORMAT_LIST_GROUP));
        group.setId("group-by-prompt");
        group.getStyleClass().add("small");
        group.setTooltip(new Tooltip("Put the responses to a prompt under it, with their mean return"));
        group.selectedProperty().bindBidirectional(model.grouped());
        Label sorted = new Label("Sort by");
        sorted.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(
                8,
                sorted,
                by,
                direction,
                group,
                gap,
                jump(
                        "best",
                        "Best",
                        "The response of highest return that passes the filter",
                        MaterialDesignA.ARROW_UP,
                        model::best),
                jump(
                        "worst",
                        "Worst",
                        "The response of lowest return that passes the filter",
                        MaterialDesignA.ARROW_DOWN,
                        model::worst),
                jump(
                        "random",
                        "Random",
                        "Any response that passes the filter",
                        MaterialDesignD.DICE_3_OUTLINE,
                        model::random));
        tools.setAlignment(Pos.CENTER_LEFT);
        Stream.of(sorted, by, direction, group).forEach(node -> ((Region) node).setMinWidth(Region.USE_PREF_SIZE));
        return tools;
    }

    private Button jump(String id, String text, String meaning, Ikon icon, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id + "-rollout");
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(_ -> {
            run.run();
            table.requestFocus();
        });
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.lines().get().responses() == 0, model.lines()));
        return button;
    }

    private Label problem() {
        return new ProblemLine("rollouts-problem", "warning", model.problem().map(RolloutsView::few));
    }

    private void choose() {
        int at = model.selected().get();
        RolloutLines lines = model.lines().get();
        if (at < 0 || at >= lines.size()) {
            return;
        }
        RolloutLine line = lines.get(at);
        if (line.row().get() != null) {
            model.comparison().choose(line.row().get());
        } else if (!line.isHeading()) {
            // it is being read
            line.row().subscribe(row -> {
                if (row != null
                        && model.selected().get() >= 0
                        && lines.indexOf(line) == model.selected().get()) {
                    model.comparison().choose(row);
                }
            });
        }
    }

    private void say() {
        table.say(
                !model.hasRun()
                        ? "No run is open. Open one under Runs, or start one."
                        : model.busy().get()
                                ? "Reading the responses…"
                                : model.files().get().isEmpty()
                                        ? "This run has kept no responses yet. They appear with the first step of"
                                                + " Dense-Path REINFORCE."
                                        : model.filter().get().equals(RolloutFilter.ALL)
                                                ? "No response can be shown."
                                                : "No response passes the filter. Widen it, or clear it.");
    }

    private static String few(String sentences) {
        java.util.List<String> all = sentences.lines().toList();
        return all.size() <= 2
                ? sentences
                : all.getFirst() + "\n" + (all.size() - 1) + " more steps are left out for the like reason.";
    }

    private static String name(RolloutSort.Column column) {
        return switch (column) {
            case STEP -> "Step";
            case TRACK -> "Method";
            case PROMPT -> "Prompt";
            case RESPONSE -> "Response";
            case RETURN -> "Return";
            case LENGTH -> "Length";
            case ENDED -> "How it ended";
            case CHECK -> "Check";
        };
    }
}
