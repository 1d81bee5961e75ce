package org.densepath.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.densepath.app.rollouts.Choice;
import org.densepath.app.rollouts.RolloutText;

/// Two arms, and in which relation their answers are to stand, with how many prompts are in each.
final class RelationBar extends FlowPane {
    private static final double ARM = 116;

    private final AnswersViewModel model;
    private final Choice<String> first;
    private final Choice<String> second;
    private final Label against = new Label("against");
    private final HBox pair;
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> chips = new ArrayList<>();

    RelationBar(AnswersViewModel model) {
        super(5, 6);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        first = new Choice<>(
                "answers-first",
                "The method that is looked at",
                AnswerText::arm,
                arm -> model.compare(arm, model.filter().get().second()));
        second = new Choice<>(
                "answers-second",
                "The method that it is held against",
                AnswerText::arm,
                arm -> model.compare(model.filter().get().first(), arm));
        against.getStyleClass().add("muted");
        against.setMinWidth(Region.USE_PREF_SIZE);
        first.setPrefWidth(ARM);
        second.setPrefWidth(ARM);
        pair = new HBox(6, first, against, second);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.getStyleClass().add("relation-pair");
        for (Relation relation : Relation.values()) {
            chips.add(chip(relation));
        }
        getChildren().add(pair);
        model.table().subscribe(_ -> arms());
        model.filter().subscribe(_ -> update());
        model.passed().subscribe(_ -> update());
    }

    private ToggleButton chip(Relation relation) {
        ToggleButton chip = new ToggleButton();
        chip.setId("relation-" + relation.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        chip.getStyleClass().addAll("small", "relation");
        chip.setToggleGroup(group);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> {
            model.filter().set(model.filter().get().withRelation(relation));
            update();
        });
        return chip;
    }

    private void arms() {
        List<String> arms = model.table().get().arms();
        first.getItems().setAll(arms);
        second.getItems().setAll(arms);
        pair.setVisible(arms.size() > 1);
        pair.setManaged(arms.size() > 1);
        update();
    }

    private void update() {
        AnswerFilter filter = model.filter().get();
        Measure measure = model.table().get().measure();
        List<String> arms = model.table().get().arms();
        if (arms.contains(filter.first()) && arms.contains(filter.second())) {
            first.show(filter.first());
            second.show(filter.second());
        }
        // a judge holds the first against a baseline of its own
        for (Region part : List.of(against, second)) {
            part.setVisible(measure != Measure.SHARE);
            part.setManaged(measure != Measure.SHARE);
        }
        List<Relation> possible = arms.size() > 1 ? Relation.of(measure) : List.of(Relation.ALL);
        List<ToggleButton> shown =
                possible.stream().map(relation -> chips.get(relation.ordinal())).toList();
        for (Relation relation : possible) {
            ToggleButton chip = chips.get(relation.ordinal());
            long count = model.passed().get().counts().getOrDefault(relation, 0L);
            chip.setText(relation.sentence(AnswerText.arm(filter.first()), AnswerText.arm(filter.second()), measure)
                    + "  " + RolloutText.number(count));
            chip.setSelected(relation == filter.relation());
        }
        if (!getChildren().subList(1, getChildren().size()).equals(shown)) {
            getChildren().setAll(pair);
            getChildren().addAll(shown);
        }
    }
}
