package org.densepath.app.control;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// A tooltip of some sentences, in lines, that stays for as long as they take to read.
public final class ProseTooltip extends Tooltip {
    private static final double WIDTH = 460;

    private final Prose prose = new Prose();

    public ProseTooltip(String text) {
        prose.setMaxWidth(WIDTH);
        setGraphic(prose);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setShowDuration(Duration.minutes(1));
        tell(text);
    }

    public ProseTooltip() {
        this("");
    }

    /// The text itself is kept too, for those who hear it.
    public void tell(String text) {
        setText(text);
        prose.setText(text);
    }
}
