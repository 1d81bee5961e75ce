package org.densepath.app.inspect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.scoring.Alternative;
import org.densepath.app.scoring.ModelScores;
import org.densepath.app.scoring.Role;

/// The likeliest words of each model, side by side. Its lines are kept and filled anew for every token.
final class LikeliestColumns extends VBox {
    private static final int SHOWN = 5;
    private static final PseudoClass SAID = PseudoClass.getPseudoClass("said");

    private final Map<Role, Column> columns = new EnumMap<>(Role.class);

    /// One model's words.
    private static final class Column extends VBox {
        private final List<Line> lines = new ArrayList<>();

        Column(Role role) {
            super(2);
            Label heading = new Label(role.symbol() + ", %");
            heading.getStyleClass().add("inspector-heading");
            getChildren().add(heading);
            for (int i = 0; i < SHOWN; i++) {
                lines.add(new Line());
            }
            getChildren().addAll(lines);
            setMinWidth(0);
            setPrefWidth(100);
            HBox.setHgrow(this, Priority.ALWAYS);
            managedProperty().bind(visibleProperty());
        }
    }

    /// A word with its probability.
    private static final class Line extends HBox {
        private final Label text = new Label();
        private final Label share = new Label();
        private final Tooltip whole = new Tooltip();

        Line() {
            super(4);
            text.getStyleClass().add("inspector-word");
            text.setMinWidth(0);
            share.getStyleClass().addAll("inspector-number", "muted");
            share.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().addAll(text, gap, share);
            Tooltip.install(this, whole);
        }

        void show(Alternative word, Role role, boolean said) {
            double probability = Math.exp(word.logp().get(role));
            text.setText(TokenText.visible(word.text()));
            share.setText(rounded(100 * probability));
            whole.setText(TokenText.quoted(word.text()) + ": " + WordBars.percent(probability));
            pseudoClassStateChanged(SAID, said);
        }
    }

    LikeliestColumns() {
        super(4);
        Label title = new Label("Likeliest words of each model");
        title.getStyleClass().add("inspector-title");
        HBox all = new HBox(14);
        all.setId("inspector-likeliest");
        for (Role role : Role.values()) {
            columns.put(role, new Column(role));
            all.getChildren().add(columns.get(role));
        }
        managedProperty().bind(visibleProperty());
        getChildren().addAll(title, all);
    }

    void show(TokenPlace place, Optional<ModelQuestions.Answer> answer) {
        setVisible(answer.isPresent());
        answer.ifPresent(a -> columns.forEach((role, column) -> {
            ModelScores scores = a.scored().models().get(role);
            column.setVisible(scores != null);
            if (scores != null) {
                show(column, scores.top().get(place.token()), role, place.id());
            }
        }));
    }

    private static void show(Column column, List<Alternative> words, Role role, int said) {
        for (int i = 0; i < SHOWN; i++) {
            Line line = column.lines.get(i);
            line.setVisible(i < words.size());
            if (i < words.size()) {
                line.show(words.get(i), role, words.get(i).id() == said);
            }
        }
    }

    private static String rounded(double percent) {
        long whole = Math.round(percent);
        return whole == 0 && percent > 0 ? "<1" : whole == 100 && percent < 100 ? ">99" : Long.toString(whole);
    }
}
