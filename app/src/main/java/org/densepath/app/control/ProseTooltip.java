package org.densepath.app.control;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// A tooltip of some sentences, in lines, that stays for as long as they take to read.
public final class ProseTooltip extends Tooltip {
    private static final double WIDTH = 460;

    private final Prose prose = new Prose();

    public ProseTooltip(String text) {
        setGraphic(new Page(prose));
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

    /// As wide as the longest line, up to the limit, and as high as that asks for. A tooltip asks its content for
    /// a height before it knows a width, which for text alone is that of its narrowest.
    private static final class Page extends Region {
        private final Prose prose;

        Page(Prose prose) {
            this.prose = prose;
            getChildren().add(prose);
        }

        @Override
        protected double computePrefWidth(double height) {
            return snapSizeX(Math.min(WIDTH, prose.prefWidth(-1)));
        }

        @Override
        protected double computePrefHeight(double width) {
            return snapSizeY(prose.prefHeight(computePrefWidth(-1)));
        }

        @Override
        protected double computeMinWidth(double height) {
            return computePrefWidth(height);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            prose.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
