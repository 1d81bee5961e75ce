package org.densepath.app.tokens;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Which kept step's responses are shown.
final class StepBar extends HBox {
    private final TokensViewModel model;
    private final Button before = arrow("step-before", MaterialDesignC.CHEVRON_LEFT, "The kept step before this one");
    private final Button after = arrow("step-after", MaterialDesignC.CHEVRON_RIGHT, "The kept step after this one");
    private final Label step = new Label();
    private final Slider slider = new Slider();
    private final ComboBox<KeptSteps.Arm> arms = new ComboBox<>();
    private List<Long> steps = List.of();
    private boolean updating;

    StepBar(TokensViewModel model) {
        super(6);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        step.setId("trace-step");
        step.setMinWidth(Region.USE_PREF_SIZE);
        slider.setId("step-slider");
        slider.setPrefWidth(150);
        slider.setMinWidth(60);
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Which kept step is shown");
        CheckBox follow = new CheckBox("Follow newest");
        follow.setId("follow");
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.setTooltip(new Tooltip("Always show the newest step. Choosing a response or a step holds it."));
        follow.selectedProperty().bindBidirectional(model.following());
        arms.setId("arm");
        arms.setAccessibleText("Which arm's responses are shown");
        arms.setTooltip(new Tooltip("Which arm's responses are shown"));
        before.setOnAction(_ -> move(-1));
        after.setOnAction(_ -> move(1));
        slider.valueProperty().subscribe(value -> slid(value.doubleValue()));
        arms.valueProperty().subscribe(arm -> {
            if (arm != null && !updating) {
                model.go(arm);
            }
        });
        getChildren().addAll(before, step, after, slider, follow, arms);
        model.kept().subscribe(_ -> update());
        model.step().subscribe(_ -> update());
    }

    private void move(int direction) {
        model.kept().get().next(model.step().get().step(), direction).ifPresent(model::go);
    }

    private void slid(double value) {
        int index = (int) Math.round(value);
        if (!updating
                && index >= 0
                && index < steps.size()
                && steps.get(index) != model.step().get().step()) {
            model.go(steps.get(index));
        }
    }

    private void update() {
        updating = true;
        KeptSteps kept = model.kept().get();
        long now = model.step().get().step();
        steps = new ArrayList<>(kept.files().keySet());
        step.setText(model.step().get().rows().isEmpty() && steps.isEmpty() ? "no step yet" : "step " + now);
        slider.setMax(Math.max(1, steps.size() - 1));
        slider.setDisable(steps.size() < 2);
        slider.setValue(Math.max(0, steps.indexOf(now)));
        slider.setTooltip(new Tooltip(
                steps.isEmpty()
                        ? "No step has been kept yet"
                        : steps.size() + " kept steps, " + steps.getFirst() + " to " + steps.getLast()));
        before.setDisable(kept.next(now, -1).isEmpty());
        after.setDisable(kept.next(now, 1).isEmpty());
        arms.getItems().setAll(kept.others());
        arms.setValue(kept.others().contains(kept.shown()) ? kept.shown() : null);
        arms.setVisible(kept.others().size() > 1);
        arms.setManaged(arms.isVisible());
        updating = false;
    }

    private static Button arrow(String id, Ikon icon, String tooltip) {
        Button arrow = new Button("", new FontIcon(icon));
        arrow.setId(id);
        arrow.getStyleClass().addAll("button-icon", "flat");
        arrow.setTooltip(new Tooltip(tooltip));
        arrow.setAccessibleText(tooltip);
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        return arrow;
    }
}
