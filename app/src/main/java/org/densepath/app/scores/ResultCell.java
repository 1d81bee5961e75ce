package org.densepath.app.scores;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.densepath.app.control.ProseTooltip;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.ResultText;

/// A cell of the score table: the value, bold where it is the best and ahead; its interval; marks of what it
/// differs from; the tests themselves as a tooltip.
final class ResultCell extends TableCell<ResultTable.Row, ResultTable.Cell> {
    private final ResultTable.Column column;
    private final Label value = new Label();
    private final Label ends = new Label();
    private final Label marks = new Label();
    private final HBox content;
    private final ProseTooltip tests = new ProseTooltip();

    ResultCell(ResultTable.Column column) {
        this.column = column;
        value.getStyleClass().add("result-value");
        ends.getStyleClass().add("result-ends");
        marks.getStyleClass().add("result-marks");
        boolean tested =
                column.kind() == ResultTable.Column.Kind.SUCCESS || column.kind() == ResultTable.Column.Kind.BENCHMARK;
        content = tested ? new HBox(5, value, ends, marks) : new HBox(5, value, ends);
        content.setAlignment(Pos.CENTER_RIGHT);
        content.setMinWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(ResultTable.Cell cell, boolean empty) {
        super.updateItem(cell, empty);
        if (empty || cell == null || cell.isEmpty()) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        value.setText(column.unit().value(cell.value().value()));
        value.getStyleClass().remove("result-best");
        if (cell.best()) {
            value.getStyleClass().add("result-best");
        }
        ends.setText(column.unit().ends(cell.value()));
        ends.setManaged(!ends.getText().isEmpty());
        marks.setText(cell.marks());
        setText(ResultText.of(column, cell));
        setGraphic(content);
        String details = String.join("\n", ResultText.details(column, cell));
        tests.tell(details);
        setTooltip(details.isEmpty() ? null : tests);
    }
}
