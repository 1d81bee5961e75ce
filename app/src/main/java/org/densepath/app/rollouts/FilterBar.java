package org.densepath.app.rollouts;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;
import org.densepath.run.query.RolloutFilter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What responses must have to be shown.
final class FilterBar extends FlowPane {
    private static final Duration TYPING = Duration.millis(350);

    private final RolloutsViewModel model;
    private final CustomTextField text = new CustomTextField();
    private final Choice<Optional<Track>> track;
    private final Choice<Optional<TraceRow.Ended>> ended;
    private final Choice<RolloutFilter.Check> check;
    private final LimitFields steps;
    private final LimitFields returns;
    private final LimitFields lengths;
    /// What was typed since the last pause.
    private final List<UnaryOperator<RolloutFilter>> typed = new ArrayList<>();

    private final PauseTransition pause = new PauseTransition(TYPING);

    FilterBar(RolloutsViewModel model) {
        super(14, 8);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        pause.setOnFinished(_ -> takeTyped());
        track = new Choice<>(
                "filter-track",
                "Method and seed",
                value -> value.map(RolloutText::track).orElse("All methods"),
                value -> change(filter -> filter.withTrack(value)));
        ended = new Choice<Optional<TraceRow.Ended>>(
                        "filter-ended",
                        "How the response ended",
                        value -> value.map(RolloutText::ended).orElse("Any end"),
                        value -> change(filter -> filter.withEnded(value)))
                .of(Optional.empty(), Optional.of(TraceRow.Ended.EOS), Optional.of(TraceRow.Ended.LENGTH));
        check = new Choice<>(
                        "filter-check",
                        "What the outside check said; it took no part in training",
                        FilterBar::name,
                        value -> change(filter -> filter.withCheck(value)))
                .of(RolloutFilter.Check.values());
        steps = new LimitFields("Steps", "step", "filter-step", limits -> later(filter -> filter.withSteps(limits)));
        returns = new LimitFields(
                "Return", "return", "filter-return", limits -> later(filter -> filter.withReturns(limits)));
        lengths = new LimitFields(
                "Length", "number of tokens", "filter-length", limits -> later(filter -> filter.withLengths(limits)));
        getChildren().addAll(search(), track, steps, returns, lengths, ended, check);
        model.files().subscribe(_ -> showTracks());
        model.filter().subscribe(this::show);
    }

    private CustomTextField search() {
        text.setId("filter-text");
        text.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        text.setPromptText("Find in prompts and responses");
        text.setAccessibleText("Text that the prompt or the response contains");
        text.getStyleClass().add("small");
        text.setPrefWidth(232);
        text.textProperty().subscribe((_, typed) -> later(filter -> filter.withText(typed.strip())));
        return text;
    }

    private void showTracks() {
        List<Optional<Track>> all = new ArrayList<>();
        all.add(Optional.empty());
        model.tracks().forEach(one -> all.add(Optional.of(one)));
        track.getItems().setAll(all);
        track.show(model.filter().get().track());
        track.setVisible(all.size() > 2);
        track.setManaged(all.size() > 2);
    }

    private void show(RolloutFilter filter) {
        pause.stop();
        typed.clear();
        if (!text.getText().strip().equals(filter.text())) {
            text.setText(filter.text());
        }
        track.show(filter.track());
        ended.show(filter.ended());
        check.show(filter.check());
        steps.show(filter.steps());
        returns.show(filter.returns());
        lengths.show(filter.lengths());
    }

    /// When a person has stopped typing.
    private void later(UnaryOperator<RolloutFilter> change) {
        typed.add(change);
        pause.playFromStart();
    }

    private void takeTyped() {
        List<UnaryOperator<RolloutFilter>> all = List.copyOf(typed);
        typed.clear();
        change(filter -> {
            RolloutFilter changed = filter;
            for (UnaryOperator<RolloutFilter> one : all) {
                changed = one.apply(changed);
            }
            return changed;
        });
    }

    private void change(UnaryOperator<RolloutFilter> change) {
        model.filter().set(change.apply(model.filter().get()));
    }

    private static String name(RolloutFilter.Check check) {
        return switch (check) {
            case ANY -> "Any result";
            case PASSED -> "Right";
            case FAILED -> "Wrong";
            case NONE -> "Not checked";
        };
    }
}
