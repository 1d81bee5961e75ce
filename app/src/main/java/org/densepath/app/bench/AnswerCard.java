package org.densepath.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.app.control.Prose;
import org.densepath.app.paint.Appearance;
import org.densepath.app.pair.FigureView;
import org.densepath.app.pair.Spot;
import org.densepath.paint.HeatmapFigure;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One arm's answer to be read beside others: its text or, when it is scored, each token's credit in its place;
/// the outcome, and what judges said.
final class AnswerCard extends VBox {
    static final double WIDTH = 250;

    private final ScrollPane scroll = new ScrollPane();
    private final List<Region> above;
    private final List<JudgementNote> notes;
    private final VBox words = new VBox(8);
    private final FigureView figure;
    private final Prose text;
    private Optional<HeatmapFigure> shown = Optional.empty();
    private CreditedAnswer credited;

    /// @param answer which of the arm's answers @param tries opens it where texts are tried
    /// @param said told of the token that is pointed at; empty when none is
    AnswerCard(
            String arm,
            ArmAnswers answers,
            KeptAnswer answer,
            ObservableValue<Appearance> appearance,
            Consumer<KeptAnswer> tries,
            Consumer<String> said) {
        super(3);
        getStyleClass().addAll("response-card", "answer-card");
        setId("answer-card-" + arm);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        HBox.setHgrow(this, Priority.ALWAYS);
        Label name = new Label(AnswerText.arm(arm));
        name.getStyleClass().add("response-step");
        name.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = new Button("Try text", new FontIcon(MaterialDesignC.COMPARE_HORIZONTAL));
        open.setId("try-" + arm);
        open.getStyleClass().addAll("small", "flat");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(new Tooltip("Open this answer in Try text, to change it and score it again"));
        open.setDisable(answer.turns().size() > 1);
        open.setOnAction(_ -> tries.accept(answer));
        HBox head = new HBox(6, name, gap, open);
        head.setAlignment(Pos.CENTER_LEFT);
        Label numbers = new Label(numbers(answer));
        numbers.getStyleClass().addAll("muted", "response-numbers");
        numbers.setMinWidth(0);
        text = new Prose(answer.text().isBlank() ? "(empty)" : answer.text().strip());
        text.getStyleClass().add("response-text");
        text.setId("answer-text-" + arm);
        notes = answers.judgements().stream().map(JudgementNote::new).toList();
        scroll.setContent(words);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("response-scroll");
        figure = new FigureView(appearance);
        figure.setId("answer-credit-" + arm);
        figure.setPrefHeight(110);
        figure.spot().subscribe((_, spot) -> said.accept(words(spot)));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(figure, Priority.ALWAYS);
        HBox outcome = new HBox(8, result(answer), numbers);
        outcome.setAlignment(Pos.CENTER_LEFT);
        boolean told = answer.checked() || !numbers.getText().isEmpty();
        above = told ? List.of(head, outcome) : List.of(head);
        place(false);
    }

    /// Puts the credit in the text's place, or the text back.
    void credit(Optional<HeatmapFigure> now, CreditedAnswer answer) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        credited = answer;
        now.ifPresentOrElse(drawn -> figure.show(drawn, this::words), figure::showNothing);
        place(now.isPresent());
    }

    private void place(boolean coloured) {
        words.getChildren().setAll(notes);
        if (!coloured) {
            words.getChildren().addFirst(text);
        }
        getChildren().setAll(above);
        if (coloured) {
            getChildren().add(figure);
        }
        if (!coloured || !notes.isEmpty()) {
            getChildren().add(scroll);
        }
    }

    private String words(Spot spot) {
        return credited != null
                        && spot.isSomewhere()
                        && spot.token() < credited.tokens().size()
                ? credited.sentence(spot.token())
                : "";
    }

    private static Label result(KeptAnswer answer) {
        Label result = new Label(answer.right() ? "✓ right" : "✗ wrong");
        result.setMinWidth(Region.USE_PREF_SIZE);
        result.getStyleClass().add(answer.right() ? "response-right" : "response-wrong");
        result.setTooltip(new Tooltip("The checker finds it " + (answer.right() ? "right" : "wrong")));
        result.setVisible(answer.checked());
        result.setManaged(answer.checked());
        return result;
    }

    private static String numbers(KeptAnswer answer) {
        String ret = Double.isNaN(answer.totalReturn()) ? "" : "return " + AnswerText.totalReturn(answer.totalReturn());
        String cut = answer.cut() ? "cut at its limit" : "";
        return ret + (ret.isEmpty() || cut.isEmpty() ? "" : " · ") + cut;
    }
}
