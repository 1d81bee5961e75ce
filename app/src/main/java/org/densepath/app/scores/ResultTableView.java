package org.densepath.app.scores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.densepath.experiment.ArmLabel;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.ResultTable.Cell;
import org.densepath.experiment.result.ResultTable.Column;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The score table: a row an arm, sorted by a click on a heading; without one in the experiment's order. What has
/// no value comes last. Columns that few need are chosen in a menu.
final class ResultTableView extends TableView<ResultTable.Row> {
    private static final double ROW = 26;
    private static final double HEADINGS = 34;
    private static final int MOST_ROWS = 30;
    private static final double NAMES = 136;

    private final MenuButton chosen = new MenuButton("Columns", new FontIcon(MaterialDesignT.TABLE_COLUMN));
    private ResultTable shown;

    ResultTableView() {
        setId("scores");
        getStyleClass().addAll("dense", "edge-to-edge", "plain-table");
        Label nothing = new Label("Scores appear here when the run is evaluated.");
        nothing.getStyleClass().add("muted");
        setPlaceholder(nothing);
        setAccessibleText("Scores of the run");
        setFixedCellSize(ROW);
        setSortPolicy(_ -> {
            sort(List.copyOf(getSortOrder()));
            return true;
        });
        widthProperty().subscribe(this::fit);
        chosen.setId("score-columns");
        chosen.getStyleClass().add("small");
        chosen.setTooltip(new Tooltip("Which columns are shown"));
    }

    /// The menu of its columns.
    MenuButton columnsMenu() {
        return chosen;
    }

    void show(ResultTable table) {
        if (table.equals(shown)) {
            return;
        }
        boolean same = shown != null && shown.columns().equals(table.columns());
        shown = table;
        if (!same) {
            getSortOrder().clear();
            getColumns().setAll(columns(table));
            chosen.getItems().setAll(items());
        }
        sort(List.copyOf(getSortOrder()));
        fit();
    }

    /// Spreads the columns where there is room; else leaves some below for a bar.
    private void fit() {
        int rows = shown == null ? 0 : shown.rows().size();
        double wished = getColumns().stream()
                .filter(TableColumn::isVisible)
                .mapToDouble(column -> width(column))
                .sum();
        boolean room = getWidth() >= wished + 4;
        setColumnResizePolicy(room ? CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS : UNCONSTRAINED_RESIZE_POLICY);
        if (!room) {
            getColumns().forEach(column -> column.setPrefWidth(width(column)));
        }
        double height = HEADINGS + ROW * Math.clamp(rows, 3, MOST_ROWS) + (room ? 6 : 32);
        setPrefHeight(height);
        setMinHeight(height);
    }

    private List<CheckMenuItem> items() {
        List<CheckMenuItem> items = new ArrayList<>();
        for (TableColumn<ResultTable.Row, ?> column :
                getColumns().subList(1, getColumns().size())) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setId("show-" + column.getId());
            item.setSelected(column.isVisible());
            item.selectedProperty().subscribe(visible -> {
                column.setVisible(visible);
                fit();
            });
            items.add(item);
        }
        return items;
    }

    private double width(TableColumn<ResultTable.Row, ?> column) {
        int at = at(column);
        return at < 0 ? NAMES : width(shown.columns().get(at));
    }

    private static double width(Column column) {
        return switch (column.kind()) {
            case SUCCESS -> 168;
            case BENCHMARK -> Math.max(162, 7.2 * column.heading().length() + 20);
            case MEASURED -> 142;
            case COST -> 6.9 * column.heading().length() + 30;
        };
    }

    private void sort(List<TableColumn<ResultTable.Row, ?>> by) {
        if (shown == null) {
            return;
        }
        List<ResultTable.Row> rows = new ArrayList<>(shown.rows());
        for (TableColumn<ResultTable.Row, ?> column : by.reversed()) {
            rows.sort(order(column));
        }
        if (!getItems().equals(rows)) {
            getItems().setAll(rows);
        }
    }

    private Comparator<ResultTable.Row> order(TableColumn<ResultTable.Row, ?> column) {
        boolean up = column.getSortType() == TableColumn.SortType.ASCENDING;
        int at = at(column);
        if (at < 0) {
            Comparator<ResultTable.Row> byName = Comparator.comparing(row -> ArmLabel.of(row.arm()));
            return up ? byName : byName.reversed();
        }
        Comparator<ResultTable.Row> byValue =
                Comparator.comparingDouble(row -> row.cells().get(at).value().value());
        return Comparator.comparing((ResultTable.Row row) -> row.cells().get(at).isEmpty())
                .thenComparing(up ? byValue : byValue.reversed());
    }

    /// Its place among the table's columns; −1 for the arm's name.
    private int at(TableColumn<ResultTable.Row, ?> column) {
        for (int i = 0; i < shown.columns().size(); i++) {
            if (shown.columns().get(i).id().equals(column.getId())) {
                return i;
            }
        }
        return -1;
    }

    private static List<TableColumn<ResultTable.Row, ?>> columns(ResultTable table) {
        List<TableColumn<ResultTable.Row, ?>> columns = new ArrayList<>();
        TableColumn<ResultTable.Row, String> arm = new TableColumn<>("Method");
        arm.setId("arm");
        arm.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(ArmLabel.of(row.getValue().arm())));
        arm.setPrefWidth(NAMES);
        columns.add(arm);
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(column(table.columns().get(i), i));
        }
        return columns;
    }

    private static TableColumn<ResultTable.Row, Cell> column(Column column, int at) {
        TableColumn<ResultTable.Row, Cell> shown = new TableColumn<>(column.title());
        shown.setId(column.id());
        shown.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(at)));
        shown.setCellFactory(_ -> new ResultCell(column));
        shown.getStyleClass().add("number-column");
        shown.setVisible(column.main());
        shown.setPrefWidth(width(column));
        return shown;
    }
}
