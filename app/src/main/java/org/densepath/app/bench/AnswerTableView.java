package org.densepath.app.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.densepath.app.control.OneLine;

/// The prompts, a line each, with how every shown arm answered it.
final class AnswerTableView extends TableView<PromptLine> {
    private static final int SQUEEZED = 6;

    private final AnswersViewModel model;
    private final ObservableList<PromptLine> lines = FXCollections.observableArrayList();
    private final SortedList<PromptLine> sorted = new SortedList<>(lines);
    private boolean updating;

    AnswerTableView(AnswersViewModel model) {
        this.model = model;
        setId("answers");
        setAccessibleText("Prompts and how each method answered them");
        getStyleClass().addAll("plain-table", "answers-table", "dense");
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        Label empty = new Label();
        empty.setId("answers-none");
        empty.getStyleClass().add("muted");
        empty.textProperty()
                .bind(model.busy()
                        .map(busy -> busy ? "Reading the answers…" : "No prompt passes the filter. Widen it."));
        setPlaceholder(empty);
        model.table().subscribe(_ -> columns());
        model.shownArms().subscribe(_ -> columns());
        model.passed().subscribe(now -> show(now.lines()));
        model.selected().subscribe(_ -> select());
        getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (!updating && line != null) {
                model.selected().set(java.util.Optional.of(line));
            }
        });
    }

    private void columns() {
        AnswerTable table = model.table().get();
        List<TableColumn<PromptLine, ?>> columns = new ArrayList<>();
        columns.add(text("Prompt", 330, line -> OneLine.of(line.prompt())));
        if (table.hasFamilies()) {
            columns.add(text("Family", 96, PromptLine::family));
        }
        model.shownArms().get().forEach(arm -> columns.add(arm(arm, table.measure())));
        getColumns().setAll(columns);
        setColumnResizePolicy(
                columns.size() <= SQUEEZED + 2 ? CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS : UNCONSTRAINED_RESIZE_POLICY);
    }

    private static TableColumn<PromptLine, String> text(String name, double width, Function<PromptLine, String> text) {
        TableColumn<PromptLine, String> column = new TableColumn<>(name);
        column.setId("answers-column-" + name.toLowerCase(java.util.Locale.ROOT));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String now, boolean empty) {
                super.updateItem(now, empty);
                setText(empty ? null : now);
            }
        });
        column.setPrefWidth(width);
        column.setMinWidth(72);
        return column;
    }

    private static TableColumn<PromptLine, PromptLine> arm(String arm, Measure measure) {
        TableColumn<PromptLine, PromptLine> column = new TableColumn<>();
        Label name = new Label(AnswerText.arm(arm));
        name.setTooltip(new Tooltip(AnswerText.arm(arm)
                + (measure == Measure.CHECK
                        ? ": right or wrong, and its return Σ r̂"
                        : ": what was said of its answer")));
        column.setGraphic(name);
        column.setId("answers-arm-" + arm);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new AnswerCell(arm, measure));
        column.setComparator(Comparator.<PromptLine>comparingDouble(line -> orLow(line.value(arm)))
                .thenComparingDouble(line -> line.byArm().containsKey(arm)
                        ? orLow(line.byArm().get(arm).meanReturn())
                        : -1e300));
        column.setPrefWidth(140);
        column.setMinWidth(112);
        return column;
    }

    private static double orLow(double value) {
        return Double.isNaN(value) ? -1e300 : value;
    }

    private void show(List<PromptLine> now) {
        updating = true;
        lines.setAll(now);
        updating = false;
        select();
    }

    private void select() {
        PromptLine wanted = model.selected().get().orElse(null);
        if (getSelectionModel().getSelectedItem() == wanted) {
            return;
        }
        updating = true;
        int at = wanted == null ? -1 : sorted.indexOf(wanted);
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(at);
            scrollTo(Math.max(0, at - 2));
        }
        updating = false;
    }
}
