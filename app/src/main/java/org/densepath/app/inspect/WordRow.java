package org.densepath.app.inspect;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.ColourMap;
import org.densepath.paint.NumberText;
import org.densepath.paint.Palette;
import org.densepath.paint.Pen;
import org.densepath.paint.Theme;

/// A word that could stand at the place, with its reward as a bar. It is kept and filled anew for every token:
/// making such rows takes longer than a frame.
final class WordRow extends Button {
    private static final PseudoClass SAID = PseudoClass.getPseudoClass("said");

    private final BiConsumer<Integer, String> replace;
    private final Label text = new Label();
    private final Label likely = number(58);
    private final Label value = number(70);
    private final Tooltip hint = new Tooltip();
    private final PaintedRegion bar;
    private WordCredit word;
    private double widest;

    WordRow(ObservableValue<Appearance> appearance, BiConsumer<Integer, String> replace) {
        this.replace = replace;
        text.getStyleClass().add("inspector-word");
        fix(text, 70);
        likely.getStyleClass().add("muted");
        bar = new PaintedRegion((surface, width, height) ->
                paint(surface, width, height, appearance.getValue().theme()));
        bar.setMinWidth(40);
        bar.setPrefHeight(16);
        HBox.setHgrow(bar, Priority.ALWAYS);
        appearance.subscribe(_ -> bar.repaint());
        HBox line = new HBox(6, text, likely, bar, value);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("flat", "inspector-word-row");
        line.prefWidthProperty().bind(widthProperty().subtract(12));
        setTooltip(hint);
        managedProperty().bind(visibleProperty());
    }

    /// @param most the largest reward, either way, among the words: it fills half of the bar's room
    void show(WordCredit now, double most) {
        word = now;
        widest = most;
        String quoted = TokenText.quoted(now.text());
        text.setText(TokenText.visible(now.text()));
        likely.setText(WordBars.percent(Math.exp(now.logp())));
        value.setText(NumberText.signed(now.reward()));
        pseudoClassStateChanged(SAID, now.said());
        hint.setText(now.said() ? quoted + " is what was said." : "Put " + quoted + " here and score the rest again");
        setOnAction(now.said() ? null : _ -> replace.accept(now.id(), now.text()));
        setAccessibleText(quoted + ", reward " + value.getText() + ", probability " + likely.getText()
                + (now.said() ? ", what was said" : ""));
        bar.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height, Theme theme) {
        if (word == null) {
            return;
        }
        double middle = width / 2;
        double reward = word.reward();
        Palette palette = theme.palette(ColourMap.BLUE_ORANGE);
        double end = middle + (widest == 0 ? 0 : reward / widest * (middle - 1));
        surface.fillRectangle(
                Math.min(middle, end),
                height / 2 - 5,
                Math.abs(end - middle),
                10,
                palette.at(reward < 0 ? -0.85 : 0.85));
        surface.line(middle, 0, middle, height, Pen.solid(theme.muted(), 1));
    }

    private static Label number(double width) {
        Label label = new Label();
        label.getStyleClass().add("inspector-number");
        label.setAlignment(Pos.CENTER_RIGHT);
        fix(label, width);
        return label;
    }

    private static void fix(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
    }
}
