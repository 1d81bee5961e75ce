package org.densepath.app.rollouts;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.densepath.app.control.OneLine;
import org.densepath.app.live.Place;
import org.densepath.paint.NumberText;
import org.densepath.run.query.PromptGroup;
import org.densepath.run.query.RolloutRow;
import org.densepath.run.query.RolloutSort;

/// The responses, a line each, however many there are: lines are made and read when they come into sight.
final class RolloutTableView extends TableView<RolloutLine> {
    private final RolloutsViewModel model;
    private final Consumer<Place> opens;
    private boolean updating;

    /// @param opens shows a response's tokens
    RolloutTableView(RolloutsViewModel model, Consumer<Place> opens) {
        this.model = model;
        this.opens = opens;
        setId("rollouts");
        setAccessibleText("Responses");
        getStyleClass().addAll("plain-table", "rollouts-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns();
        setSortPolicy(_ -> {
            sortByHeader();
            return true;
        });
        setRowFactory(_ -> row());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                act(getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        model.lines().subscribe(this::show);
        model.sort().subscribe(this::showSort);
        model.selected().subscribe(at -> select(at.intValue()));
        getSelectionModel().selectedIndexProperty().subscribe(at -> {
            if (!updating) {
                model.selected().set(at.intValue());
            }
        });
    }

    private void columns() {
        column("Step", RolloutSort.Column.STEP, 64, true, row -> "" + row.file().step(), RolloutTableView::steps);
        TableColumn<RolloutLine, ?> track = column(
                "Method",
                RolloutSort.Column.TRACK,
                120,
                false,
                row -> RolloutText.track(row.file().track()),
                _ -> "");
        column("Prompt", RolloutSort.Column.PROMPT, 300, false, this::prompt, group -> OneLine.of(group.text()));
        column(
                "Response",
                RolloutSort.Column.RESPONSE,
                360,
                false,
                RolloutTableView::response,
                RolloutTableView::range);
        column(
                "Return",
                RolloutSort.Column.RETURN,
                104,
                true,
                row -> NumberText.signed(row.totalReturn()),
                group -> "mean " + NumberText.signed(group.meanReturn()));
        column("Tokens", RolloutSort.Column.LENGTH, 66, true, row -> RolloutText.number(row.length()), _ -> "");
        column("Ended", RolloutSort.Column.ENDED, 92, false, row -> RolloutText.ended(row.ended()), _ -> "");
        column(
                "Check",
                RolloutSort.Column.CHECK,
                78,
                false,
                row -> RolloutText.check(row.check()),
                RolloutTableView::passed);
        model.files().subscribe(_ -> track.setVisible(model.tracks().size() > 1));
    }

    private TableColumn<RolloutLine, String> column(
            String name,
            RolloutSort.Column sort,
            double width,
            boolean number,
            Function<RolloutRow, String> ofRow,
            Function<PromptGroup, String> ofHeading) {
        TableColumn<RolloutLine, String> column = new TableColumn<>(name);
        column.setId("column-" + sort.name().toLowerCase(java.util.Locale.ROOT));
        column.setUserData(sort);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 64));
        if (number) {
            column.getStyleClass().add("number-column");
        }
        column.setCellValueFactory(cell -> text(cell.getValue(), ofRow, ofHeading));
        column.setCellFactory(_ -> new RolloutCell(sort));
        getColumns().add(column);
        return column;
    }

    private static ObservableValue<String> text(
            RolloutLine line, Function<RolloutRow, String> ofRow, Function<PromptGroup, String> ofHeading) {
        return line.isHeading()
                ? new SimpleStringProperty(ofHeading.apply(line.group()))
                : line.row().map(ofRow);
    }

    private TableRow<RolloutLine> row() {
        TableRow<RolloutLine> row = new TableRow<>();
        row.itemProperty()
                .subscribe(line -> row.pseudoClassStateChanged(
                        javafx.css.PseudoClass.getPseudoClass("heading"), line != null && line.isHeading()));
        row.setOnMouseClicked(event -> {
            RolloutLine line = row.getItem();
            if (event.getButton() == MouseButton.PRIMARY && line != null) {
                // a heading opens at once, a response at the second click
                if (line.isHeading() ? event.getClickCount() == 1 : event.getClickCount() == 2) {
                    act(line);
                }
            }
        });
        return row;
    }

    private void act(RolloutLine line) {
        if (line == null) {
            return;
        }
        if (line.isHeading()) {
            model.lines().get().toggle(line);
        } else if (line.row().get() != null) {
            opens.accept(model.place(line.row().get()));
        }
    }

    private void show(RolloutLines lines) {
        updating = true;
        setItems(lines);
        // a heading that was opened looks different, though it is the same line
        lines.addListener((ListChangeListener<RolloutLine>) _ -> refresh());
        if (!lines.isEmpty()) {
            scrollTo(0);
        }
        updating = false;
        // new items take the arrow away
        showSort(model.sort().get());
        select(model.selected().get());
    }

    private void select(int at) {
        if (getSelectionModel().getSelectedIndex() == at) {
            return;
        }
        updating = true;
        if (at < 0 || at >= getItems().size()) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(at);
            scrollTo(Math.max(0, at - 3));
        }
        updating = false;
    }

    private void sortByHeader() {
        if (!updating && !getSortOrder().isEmpty()) {
            TableColumn<RolloutLine, ?> column = getSortOrder().getFirst();
            model.sort()
                    .set(new RolloutSort(
                            (RolloutSort.Column) column.getUserData(),
                            column.getSortType() == TableColumn.SortType.DESCENDING));
        }
    }

    private void showSort(RolloutSort sort) {
        updating = true;
        for (TableColumn<RolloutLine, ?> column : getColumns()) {
            if (column.getUserData() == sort.column()) {
                column.setSortType(
                        sort.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                getSortOrder().setAll(java.util.List.of(column));
            }
        }
        updating = false;
    }

    /// Below its heading a prompt need not be said again.
    private String prompt(RolloutRow row) {
        return model.lines().get().grouped() ? "      sample " + (row.sample() + 1) : OneLine.of(row.prompt());
    }

    private static String response(RolloutRow row) {
        String line = OneLine.of(row.response());
        return line.isEmpty() ? "(empty)" : line;
    }

    private static String steps(PromptGroup group) {
        return group.firstStep() == group.lastStep()
                ? "" + group.firstStep()
                : group.firstStep() + "–" + group.lastStep();
    }

    private static String range(PromptGroup group) {
        String many = RolloutText.count(group.count(), "response");
        return Double.isNaN(group.lowest())
                ? many
                : many + ", returns " + NumberText.signed(group.lowest()) + " to " + NumberText.signed(group.highest());
    }

    private static String passed(PromptGroup group) {
        return group.checked() == 0 ? "" : group.passed() + " of " + group.checked();
    }

    /// What the table says where there is no line.
    void say(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        setPlaceholder(label);
    }
}
