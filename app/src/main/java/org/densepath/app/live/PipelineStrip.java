package org.densepath.app.live;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densepath.run.Event;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// How the run stands: its parts with their progress, what went wrong, what the watch warns of, and the buttons
/// that start, stop, abort and resume it.
public final class PipelineStrip extends VBox {
    private final RunViewModel model;
    private final Label name = new Label();
    private final Label badge = new Label();
    private final Label sentence = new Label();
    private final Label problem = new Label();
    private final Label notice = new Label();
    private final StageTrail trail = new StageTrail();
    private final WarningsView warnings;
    private final RunButtons buttons;

    /// @param shows shows the curve that a warning is about
    public PipelineStrip(RunViewModel model, Consumer<Event.Warning> shows) {
        super(8);
        this.model = model;
        getStyleClass().addAll("card", "pipeline");
        warnings = new WarningsView(shows);
        buttons = new RunButtons(model);
        name.getStyleClass().add("card-title");
        name.setId("run-name");
        name.setMinWidth(0);
        badge.setId("phase");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        sentence.setId("sentence");
        sentence.setMinWidth(0);
        sentence.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(10, name, badge, sentence, gap, buttons);
        header.setAlignment(Pos.CENTER_LEFT);
        line(problem, "problem", MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        line(notice, "notice", MaterialDesignI.INFORMATION_OUTLINE);
        getChildren().addAll(header, buttons.confirmation(), trail, problem, notice, warnings);
        trail.managedProperty().bind(trail.visibleProperty());
        model.run().subscribe(this::update);
    }

    private void update(RunSnapshot run) {
        name.setText(run.name().isEmpty() ? "Demo run" : run.name());
        badge.setText(run.phase().label());
        badge.getStyleClass()
                .setAll(
                        "label",
                        "badge",
                        "badge-" + run.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        sentence.setText(
                model.sentence() + model.toEnd().map(left -> " · run: " + left).orElse(""));
        List<Pipeline.Part> parts = Pipeline.of(run);
        trail.show(
                parts,
                run.remaining()
                        .map(left -> "about " + SpokenTime.of(left) + " left")
                        .orElse(""));
        trail.setVisible(!parts.isEmpty());
        say(problem, run.problem().orElse(""));
        say(notice, String.join(" ", run.details().notices()));
        warnings.show(run.warnings(), model.manySeeds());
        buttons.update();
    }

    private static void line(Label label, String id, org.kordamp.ikonli.Ikon icon) {
        label.setId(id);
        label.getStyleClass().add(id);
        label.setWrapText(true);
        label.setMaxHeight(44);
        label.setGraphic(new FontIcon(icon));
        label.managedProperty().bind(label.visibleProperty());
    }

    private static void say(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
        label.setVisible(!text.isEmpty());
    }
}
