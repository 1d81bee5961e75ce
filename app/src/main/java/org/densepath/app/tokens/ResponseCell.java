package org.densepath.app.tokens;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.densepath.paint.NumberText;
import org.densepath.run.TraceRow;

/// A response in the list: its first words and its return.
final class ResponseCell extends ListCell<TraceRow> {
    private final Label words = new Label();
    private final Label total = new Label();
    private final HBox row;

    ResponseCell() {
        words.setMinWidth(0);
        total.setMinWidth(Region.USE_PREF_SIZE);
        total.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(8, words, gap, total);
        row.setAlignment(Pos.CENTER_LEFT);
        // the cell's width, not the text's: else the list scrolls sideways
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(TraceRow response, boolean empty) {
        super.updateItem(response, empty);
        if (empty || response == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        words.setText(oneLine(response.response()));
        total.setText(NumberText.signed(response.totalReturn()));
        setGraphic(row);
        setTooltip(new Tooltip("Prompt: " + response.prompt() + "\nResponse: " + response.response() + "\nReturn "
                + NumberText.signed(response.totalReturn()) + ", " + response.responseLength() + " tokens, ended by "
                + (response.ended() == TraceRow.Ended.EOS ? "the end token" : "the length limit")));
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\n\\s*", " ⏎ ");
    }
}
