package org.densepath.app.inspect;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.scoring.Alternative;
import org.densepath.app.scoring.ModelScores;
import org.densepath.app.scoring.Role;

/// The likeliest words of each model, side by side.
final class LikeliestColumns extends VBox {
    private static final int SHOWN = 5;

    private final GridPane grid = new GridPane(12, 2);

    LikeliestColumns() {
        super(4);
        Label title = new Label("Likeliest words of each model");
        title.getStyleClass().add("inspector-title");
        grid.setId("inspector-likeliest");
        getChildren().addAll(title, grid);
    }

    void show(TokenPlace place, Optional<ModelQuestions.Answer> answer) {
        setVisible(answer.isPresent());
        setManaged(answer.isPresent());
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        answer.ifPresent(a -> {
            List<Role> asked = List.of(Role.values()).stream()
                    .filter(a.scored().models()::containsKey)
                    .toList();
            for (int i = 0; i < asked.size(); i++) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(100.0 / asked.size());
                grid.getColumnConstraints().add(column);
                Label heading = new Label(asked.get(i).symbol() + ", %");
                heading.getStyleClass().add("inspector-heading");
                grid.add(heading, i, 0);
                addWords(i, place, asked.get(i), a.scored().models().get(asked.get(i)));
            }
        });
    }

    private void addWords(int column, TokenPlace place, Role role, ModelScores scores) {
        List<Alternative> here = scores.top().get(place.token());
        for (int i = 0; i < Math.min(SHOWN, here.size()); i++) {
            Alternative word = here.get(i);
            Label text = new Label(TokenText.visible(word.text()));
            text.getStyleClass().add("inspector-word");
            if (word.id() == place.id()) {
                text.getStyleClass().add("said");
            }
            text.setMinWidth(0);
            double probability = Math.exp(word.logp().get(role));
            Label share = new Label(rounded(100 * probability));
            share.getStyleClass().addAll("inspector-number", "muted");
            share.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(4, text, gap, share);
            Tooltip.install(line, new Tooltip(TokenText.quoted(word.text()) + ": " + WordBars.percent(probability)));
            grid.add(line, column, i + 1);
        }
    }

    private static String rounded(double percent) {
        long whole = Math.round(percent);
        return whole == 0 && percent > 0 ? "<1" : whole == 100 && percent < 100 ? ">99" : Long.toString(whole);
    }
}
