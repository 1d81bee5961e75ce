package org.densepath.app.pair;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.scoring.Role;
import org.densepath.paint.NumberText;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A scored version: A or B where it is shown, how it came about, its words, Σ r̂.
final class HistoryCell extends ListCell<Version> {
    private final PairViewModel model;
    private final Label letter = new Label();
    private final Label title = new Label();
    private final Label sum = new Label();
    private final Label words = new Label();
    private final Button compare = new Button(null, new FontIcon(MaterialDesignC.COMPARE_HORIZONTAL));
    private final HBox row;

    HistoryCell(PairViewModel model) {
        this.model = model;
        letter.getStyleClass().add("history-letter");
        letter.setMinSize(18, 18);
        letter.setMaxSize(18, 18);
        letter.setAlignment(Pos.CENTER);
        title.getStyleClass().add("history-title");
        title.setMinWidth(0);
        sum.getStyleClass().add("history-sum");
        sum.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        compare.getStyleClass().addAll("flat", "small", "button-icon", "history-compare");
        compare.setTooltip(new Tooltip("Compare the answer in the editor with this one"));
        compare.setAccessibleText("Compare with this version");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setOnAction(_ -> model.compareWith(getItem()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(6, title, gap, sum);
        VBox text = new VBox(1, first, words);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        row = new HBox(8, letter, text, compare);
        row.setAlignment(Pos.CENTER_LEFT);
        // the cell's width, not the text's: else the list scrolls sideways
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Version version, boolean empty) {
        super.updateItem(version, empty);
        if (empty || version == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Shown shown = model.shown().get();
        boolean current = shown.current().filter(version::equals).isPresent();
        boolean other = shown.other().filter(version::equals).isPresent();
        boolean paired = shown.paired() && (current || other);
        letter.setText(paired ? shown.first().equals(version) ? "A" : "B" : "");
        letter.getStyleClass().removeAll("history-current");
        if (current && paired) {
            letter.getStyleClass().add("history-current");
        }
        title.setText(version.title());
        String total = NumberText.signed(version.summary().sum());
        sum.setText("Σ " + total);
        words.setText(excerpt(version).strip().replaceAll("\\s*\\n\\s*", " ⏎ "));
        compare.setVisible(!current && !other);
        setGraphic(row);
        setAccessibleText(version.title() + ", sum of the rewards " + total + ": " + version.answer());
        setTooltip(new Tooltip("Go back to " + version.title() + "\nπ_SFT "
                + model.models().label(version.models().get(Role.SFT)) + "\nπ_ref "
                + model.models().label(version.models().get(Role.REFERENCE)) + "\n\n" + version.prompt() + "\n\n"
                + version.answer()));
    }

    /// From where it differs from the version before it.
    private String excerpt(Version version) {
        int at = model.versions().indexOf(version) - 1;
        String before = at < 0 ? "" : model.versions().get(at).answer();
        String text = version.answer();
        int same = 0;
        while (same < Math.min(text.length(), before.length()) && text.charAt(same) == before.charAt(same)) {
            same++;
        }
        int from = text.lastIndexOf(' ', Math.max(0, same - 10));
        return same < 16 || from <= 0 ? text : "…" + text.substring(from);
    }
}
