package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.app.scoring.Role;
import org.densepath.paint.ColourMap;
import org.densepath.paint.NumberText;
import org.densepath.paint.Palette;
import org.densepath.paint.Pen;
import org.densepath.paint.Theme;

/// What the likeliest words at the place would have earned: a bar each, to the left of the middle where it is
/// less than nothing. A click puts the word in the token's place.
final class WordBars extends VBox {
    private final ObservableValue<Appearance> appearance;
    private final BiConsumer<Integer, String> replace;
    private final VBox rows = new VBox();
    private final List<PaintedRegion> bars = new ArrayList<>();
    private final Label by = new Label();
    private final Label result = new Label();

    WordBars(ObservableValue<Appearance> appearance, BiConsumer<Integer, String> replace) {
        super(4);
        this.appearance = appearance;
        this.replace = replace;
        Label title = new Label("What other words would have earned");
        title.getStyleClass().add("inspector-title");
        by.getStyleClass().add("inspector-note");
        by.setWrapText(true);
        rows.setId("inspector-words");
        result.setId("inspector-replaced");
        result.setWrapText(true);
        result.getStyleClass().add("inspector-result");
        getChildren().addAll(title, by, rows, result);
        appearance.subscribe(_ -> bars.forEach(PaintedRegion::repaint));
        replaced(Optional.empty(), false);
    }

    void show(List<WordCredit> words, Role speaker) {
        setVisible(!words.isEmpty());
        setManaged(!words.isEmpty());
        by.setText("Reward of the words that " + speaker.symbol() + " held likeliest.\nChoose one to put it here and"
                + " score the rest again.");
        double widest = words.stream()
                .mapToDouble(word -> Math.abs(word.reward()))
                .max()
                .orElse(1);
        rows.getChildren().setAll(words.stream().map(word -> row(word, widest)).toList());
    }

    private Button row(WordCredit word, double widest) {
        Label text = new Label(TokenText.visible(word.text()));
        text.getStyleClass().add("inspector-word");
        fixed(text, 70);
        Label likely = new Label(percent(Math.exp(word.logp())));
        likely.getStyleClass().addAll("inspector-number", "muted");
        fixed(likely, 58);
        likely.setAlignment(Pos.CENTER_RIGHT);
        PaintedRegion bar = new PaintedRegion((surface, width, height) -> paint(
                surface,
                width,
                height,
                word.reward(),
                widest,
                appearance.getValue().theme()));
        bar.setMinWidth(40);
        bar.setPrefHeight(16);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bars.add(bar);
        Label value = new Label(NumberText.signed(word.reward()));
        value.getStyleClass().add("inspector-number");
        fixed(value, 70);
        value.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(6, text, likely, bar, value);
        line.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button(null, line);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().addAll("flat", "inspector-word-row");
        line.prefWidthProperty().bind(row.widthProperty().subtract(12));
        String quoted = TokenText.quoted(word.text());
        if (word.said()) {
            row.getStyleClass().add("said");
            row.setTooltip(new Tooltip(quoted + " is what was said."));
        } else {
            row.setTooltip(new Tooltip("Put " + quoted + " here and score the rest again"));
            row.setOnAction(_ -> replace.accept(word.id(), word.text()));
        }
        row.setAccessibleText(quoted + ", reward " + value.getText() + ", probability " + likely.getText()
                + (word.said() ? ", what was said" : ""));
        return row;
    }

    private static void paint(
            CanvasSurface surface, double width, double height, double reward, double widest, Theme theme) {
        double middle = width / 2;
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

    /// Tells what a replacement has changed, or that it is on its way.
    void replaced(Optional<Replacement> now, boolean working) {
        String text = working
                ? "Scoring the response with the other word…"
                : now.map(WordBars::sentence).orElse("");
        result.setText(text);
        result.setVisible(!text.isEmpty());
        result.setManaged(!text.isEmpty());
        rows.setDisable(working);
    }

    private static String sentence(Replacement made) {
        return "With %s here the response returns %s instead of %s: this token %s, the rest %s."
                .formatted(
                        TokenText.quoted(made.text()),
                        NumberText.signed(made.returnAfter()),
                        NumberText.signed(made.returnBefore()),
                        NumberText.signed(made.here()),
                        NumberText.signed(made.rest()));
    }

    private static void fixed(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
    }

    /// As many digits as tell it from 0 and from 100.
    static String percent(double probability) {
        double percent = 100 * probability;
        if (percent > 0 && percent < 0.01) {
            return "< 0.01 %";
        }
        if (percent < 100 && percent > 99.99) {
            return "> 99.99 %";
        }
        return String.format(Locale.ROOT, percent >= 10 && percent < 99 ? "%.1f %%" : "%.2f %%", percent);
    }
}
