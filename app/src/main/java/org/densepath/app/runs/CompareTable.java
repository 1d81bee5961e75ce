package org.densepath.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.Ink;

/// A table with a column for each compared run, under its colour and name.
final class CompareTable extends TableView<CompareTable.Line> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double FIRST = 146;
    private static final double RUN = 111;
    private static final int SHORT = 17;

    private final ObservableValue<Appearance> appearance;
    private final String first;
    private List<String> names = List.of();

    /// A row: what it is of, and a text for each run; none for a heading over rows.
    record Line(String what, List<String> cells) {
        static Line heading(String what) {
            return new Line(what, List.of());
        }

        String cell(int run) {
            return cells.isEmpty() ? "" : cells.get(run);
        }
    }

    CompareTable(String id, String first, String empty, ObservableValue<Appearance> appearance) {
        this.first = first;
        this.appearance = appearance;
        setId(id);
        getStyleClass().addAll("dense", "edge-to-edge", "plain-table", "compare-table");
        // fills the width; scrolls sideways once the columns are at their least
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setRowFactory(_ -> new LineRow());
        Label placeholder = new Label(empty);
        placeholder.getStyleClass().add("muted");
        setPlaceholder(placeholder);
    }

    void show(List<ComparedRun> runs, List<Line> lines) {
        List<String> now = runs.stream().map(ComparedRun::name).toList();
        if (!now.equals(names) || getColumns().isEmpty()) {
            names = now;
            List<TableColumn<Line, String>> columns = new ArrayList<>();
            columns.add(column(first, Line::what, FIRST));
            for (int i = 0; i < now.size(); i++) {
                int run = i;
                TableColumn<Line, String> column = column(now.get(i), line -> line.cell(run), RUN);
                column.setGraphic(colour(i));
                columns.add(column);
            }
            getColumns().setAll(columns);
        }
        if (!getItems().equals(lines)) {
            getItems().setAll(lines);
        }
    }

    private static TableColumn<Line, String> column(String title, Function<Line, String> text, double width) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(text.apply(line.getValue())));
        column.setCellFactory(_ -> new TextCell());
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private Rectangle colour(int run) {
        Rectangle mark = new Rectangle(10, 10);
        mark.setArcWidth(3);
        mark.setArcHeight(3);
        appearance.subscribe(now -> {
            List<Ink> inks = now.theme().series();
            Ink ink = inks.get(run % inks.size());
            mark.setFill(Color.rgb(ink.red(), ink.green(), ink.blue()));
        });
        return mark;
    }

    private static final class LineRow extends TableRow<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(HEADING, !empty && line.cells().isEmpty());
        }
    }

    /// Says in a tooltip what may be cut off.
    private static final class TextCell extends TableCell<Line, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text.length() < SHORT ? null : new Tooltip(text));
        }
    }
}
