package org.densepath.app.corpus;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.densepath.app.control.OneLine;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.ColourMap;
import org.densepath.paint.Ink;
import org.densepath.paint.NumberText;
import org.densepath.paint.Palette;
import org.densepath.paint.Pen;
import org.densepath.paint.TextStyle;
import org.densepath.paint.Theme;
import org.densepath.run.query.CorpusExample;

/// A token in its line: the token in the middle, so that one above the other can be compared; each token's
/// background is its reward.
final class ExampleCell extends ListCell<CorpusExample> {
    private static final double HEIGHT = 24;

    private final ObservableValue<Appearance> appearance;
    private final Supplier<Double> limit;
    private final PaintedRegion line = new PaintedRegion(this::paint);
    private final Label about = new Label();
    private final VBox box = new VBox(2, line, about);

    /// @param limit the reward whose colour is the strongest
    ExampleCell(ObservableValue<Appearance> appearance, Supplier<Double> limit) {
        this.appearance = appearance;
        this.limit = limit;
        line.setMinHeight(HEIGHT);
        line.setPrefHeight(HEIGHT);
        about.getStyleClass().addAll("muted", "example-about");
        about.setMinWidth(0);
        // the cell's width, not the text's
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(CorpusExample example, boolean empty) {
        super.updateItem(example, empty);
        if (empty || example == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        about.setText("r̂ " + NumberText.signed(example.reward()) + " · step "
                + example.file().step() + ", token " + (example.token() + 1) + " of " + example.length() + " · "
                + OneLine.of(example.prompt()));
        setAccessibleText(String.join("", example.tokens()) + ", " + about.getText());
        setTooltip(new Tooltip("Prompt: " + example.prompt() + "\n\nClick to see its tokens"));
        setGraphic(box);
        line.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        CorpusExample example = getItem();
        if (example == null) {
            return;
        }
        Theme theme = appearance.getValue().theme();
        Palette palette = theme.palette(ColourMap.BLUE_ORANGE);
        TextStyle style = new TextStyle(TextStyle.Face.SANS, 12, false);
        int middle = example.token() - example.from();
        List<String> tokens = example.tokens().stream()
                .map(token -> token.replace("\n", "⏎").replace("\t", " "))
                .toList();
        double[] widths = tokens.stream()
                .mapToDouble(token -> line.measure().width(token, style))
                .toArray();
        double x = width * 0.46 - widths[middle] / 2;
        for (int i = 0; i < middle; i++) {
            x -= widths[i];
        }
        double baseline = height / 2 + 4.5;
        double from = x;
        surface.clip(0, 0, width, height, () -> {
            double at = from;
            for (int i = 0; i < widths.length; i++) {
                float reward = example.rewards()[i];
                Ink cell = Float.isNaN(reward) ? theme.background() : palette.at(reward / limit.get());
                if (at + widths[i] > 0 && at < width) {
                    surface.fillRectangle(at, 3, widths[i], height - 6, cell);
                    surface.text(tokens.get(i), at, baseline, style, theme.textOn(cell));
                }
                at += widths[i];
            }
            // last, for the neighbours would cover it
            frame(surface, width * 0.46 - widths[middle] / 2, widths[middle], height, theme);
        });
    }

    private static void frame(CanvasSurface surface, double x, double width, double height, Theme theme) {
        double[] xs = {x - 1, x + width + 1, x + width + 1, x - 1, x - 1};
        double[] ys = {1.5, 1.5, height - 1.5, height - 1.5, 1.5};
        surface.polyline(xs, ys, 5, Pen.solid(theme.ink(), 1.4));
    }
}
