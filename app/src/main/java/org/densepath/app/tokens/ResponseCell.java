package org.densepath.app.tokens;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.OneLine;
import org.densepath.app.control.ProseTooltip;
import org.densepath.paint.NumberText;
import org.densepath.run.TraceRow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A response in the list: its first words, its return, its prompt and length, and its check.
final class ResponseCell extends ListCell<TraceRow> {
    private static final int WORDS = 120;

    private final Label words = new Label();
    private final Label total = new Label();
    private final Label about = new Label();
    private final Label check = new Label();
    private final ProseTooltip whole = new ProseTooltip();
    private final VBox lines;

    ResponseCell() {
        words.setMinWidth(0);
        total.setMinWidth(Region.USE_PREF_SIZE);
        about.setMinWidth(0);
        about.getStyleClass().add("response-about");
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.getStyleClass().add("response-about");
        lines = new VBox(1, apart(words, total), apart(about, check));
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
        words.setText(response.responseLength() == 0 ? "(empty)" : OneLine.of(shortened(response.response())));
        total.setText(NumberText.signed(response.totalReturn()));
        about.setText("prompt " + response.promptIndex() + " · " + response.responseLength()
                + (response.responseLength() == 1 ? " token" : " tokens")
                + (response.ended() == TraceRow.Ended.LENGTH ? " · cut" : ""));
        FontIcon icon = checkIcon(response);
        check.setText(icon == null ? checkText(response) : "");
        check.setAccessibleText(checkText(response));
        check.setGraphic(icon);
        setGraphic(lines);
        whole.tell("Prompt: " + shortened(response.prompt()) + "\nResponse: "
                + shortened(response.response()) + "\nReturn " + NumberText.signed(response.totalReturn()) + ", "
                + endedBy(response)
                + (checkText(response).isEmpty() ? "" : "\nThe task's own check: " + checkText(response)));
        setTooltip(whole);
    }

    static String endedBy(TraceRow response) {
        return response.ended() == TraceRow.Ended.EOS ? "ended by the end token" : "cut at the length limit";
    }

    /// `right`, `wrong` or the check's number; empty where there was none.
    static String checkText(TraceRow response) {
        if (response.outsideCheck().isEmpty()) {
            return "";
        }
        double value = response.outsideCheck().getAsDouble();
        return value == 1 ? "right" : value == 0 ? "wrong" : "check " + NumberText.plain(value);
    }

    private static FontIcon checkIcon(TraceRow response) {
        String text = checkText(response);
        return switch (text) {
            case "right" -> new FontIcon(MaterialDesignC.CHECK);
            case "wrong" -> new FontIcon(MaterialDesignC.CLOSE);
            default -> null;
        };
    }

    private static HBox apart(Label left, Label right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, left, gap, right);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String shortened(String text) {
        return text.length() <= WORDS ? text : text.substring(0, WORDS) + "…";
    }
}
