package org.densepath.app.inspect;

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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.paint.Appearance;
import org.densepath.app.scoring.Role;
import org.densepath.paint.NumberText;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// What the likeliest words at the place would have earned: a bar each, to the left of the middle where it is
/// less than nothing. A click puts the word in the token's place.
final class WordBars extends VBox {
    private final VBox rows = new VBox();
    private final Label by = new Label();
    private final Label result = new Label();
    private Runnable exports = () -> {};

    WordBars(ObservableValue<Appearance> appearance, BiConsumer<Integer, String> replace) {
        super(4);
        Label title = new Label("What other words would earn");
        title.getStyleClass().add("inspector-title");
        by.getStyleClass().add("inspector-note");
        by.setWrapText(true);
        rows.setId("inspector-words");
        for (int i = 0; i <= InspectorViewModel.WORDS; i++) {
            rows.getChildren().add(new WordRow(appearance, replace));
        }
        result.setId("inspector-replaced");
        result.setWrapText(true);
        result.getStyleClass().add("inspector-result");
        managedProperty().bind(visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button export = new Button(null, new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setId("export-words");
        export.getStyleClass().addAll("small", "flat", "button-icon");
        export.setTooltip(new Tooltip("Export these bars as a figure"));
        export.setAccessibleText("Export these bars as a figure");
        export.setOnAction(_ -> exports.run());
        HBox heading = new HBox(4, title, gap, export);
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(heading, by, rows, result);
        replaced(Optional.empty(), false);
    }

    /// What the button for export does.
    void exportsBy(Runnable handsOut) {
        exports = handsOut;
    }

    void show(List<WordCredit> words, Role speaker) {
        setVisible(!words.isEmpty());
        by.setText("Reward of the words that " + speaker.symbol() + " held likeliest.\nChoose one to put it here and"
                + " score the rest again.");
        double widest = words.stream()
                .mapToDouble(word -> Math.abs(word.reward()))
                .max()
                .orElse(1);
        for (int i = 0; i < rows.getChildren().size(); i++) {
            WordRow row = (WordRow) rows.getChildren().get(i);
            row.setVisible(i < words.size());
            if (i < words.size()) {
                row.show(words.get(i), widest);
            }
        }
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
