package org.densepath.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.Ink;

/// A table with a column for each compared run, under its colour and name.
final class CompareTable<R> extends TableView<R> {
    private final ObservableValue<Appearance> appearance;
    private List<String> names = List.of();

    CompareTable(String id, String empty, ObservableValue<Appearance> appearance) {
        this.appearance = appearance;
        setId(id);
        getStyleClass().addAll("dense", "edge-to-edge", "plain-table");
        Label placeholder = new Label(empty);
        placeholder.getStyleClass().add("muted");
        setPlaceholder(placeholder);
    }

    /// @param second the second column's text; null for no such column
    /// @param cell the text of a row for the run at an index
    void show(
            List<ComparedRun> runs,
            List<R> rows,
            Function<R, String> first,
            String firstTitle,
            Function<R, String> second,
            String secondTitle,
            BiFunction<R, Integer, String> cell) {
        List<String> now = runs.stream().map(ComparedRun::name).toList();
        if (!now.equals(names) || getColumns().isEmpty()) {
            names = now;
            List<TableColumn<R, String>> columns = new ArrayList<>();
            columns.add(column(firstTitle, first, second == null ? 170 : 132));
            if (second != null) {
                columns.add(column(secondTitle, second, 92));
            }
            for (int i = 0; i < now.size(); i++) {
                int run = i;
                TableColumn<R, String> column = column(now.get(i), row -> cell.apply(row, run), 136);
                column.setGraphic(colour(i));
                columns.add(column);
            }
            getColumns().setAll(columns);
        }
        if (!getItems().equals(rows)) {
            getItems().setAll(rows);
        }
    }

    private TableColumn<R, String> column(String title, Function<R, String> text, double width) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(_ -> new TextCell<>());
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

    /// Says in a tooltip what may be cut off.
    private static final class TextCell<R> extends TableCell<R, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text.length() < 16 ? null : new Tooltip(text));
        }
    }
}
