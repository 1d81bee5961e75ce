package org.densepath.app.rollouts;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.densepath.app.control.ProseTooltip;
import org.densepath.run.query.RolloutRow;
import org.densepath.run.query.RolloutSort;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One property of a response, or of a prompt's responses.
final class RolloutCell extends TableCell<RolloutLine, String> {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final int TOOLTIP = 600;

    private final RolloutSort.Column column;
    private final ProseTooltip whole = new ProseTooltip();

    RolloutCell(RolloutSort.Column column) {
        this.column = column;
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        RolloutLine line = empty || getIndex() >= getTableView().getItems().size()
                ? null
                : getTableView().getItems().get(getIndex());
        setText(empty ? null : text);
        boolean check = column == RolloutSort.Column.CHECK && text != null && line != null && !line.isHeading();
        pseudoClassStateChanged(RIGHT, check && text.startsWith("right"));
        pseudoClassStateChanged(WRONG, check && text.startsWith("wrong"));
        pseudoClassStateChanged(CUT, column == RolloutSort.Column.ENDED && text != null && text.startsWith("cut"));
        setGraphic(graphic(line, check ? text : ""));
        RolloutRow row = line == null || line.isHeading() ? null : line.row().get();
        boolean words = column == RolloutSort.Column.PROMPT || column == RolloutSort.Column.RESPONSE;
        setTooltip(words && row != null ? whole : null);
        if (words && row != null) {
            String all = column == RolloutSort.Column.PROMPT ? row.prompt() : row.response();
            whole.tell(all.length() > TOOLTIP ? all.substring(0, TOOLTIP) + "…" : all);
        }
    }

    private FontIcon graphic(RolloutLine line, String check) {
        if (line != null && line.isHeading() && column == RolloutSort.Column.PROMPT) {
            boolean open = getTableView().getItems() instanceof RolloutLines lines && lines.isOpen(line);
            return new FontIcon(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        }
        if (check.isEmpty()) {
            return null;
        }
        return new FontIcon(check.startsWith("right") ? MaterialDesignC.CHECK : MaterialDesignC.CLOSE);
    }
}
