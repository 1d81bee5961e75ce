package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densepath.app.control.ProblemLine;
import org.densepath.app.control.Prose;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.rollouts.Choice;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Where credit finds errors: how well low reward points at a wrong span, and the pairs of answers that it was
/// measured on.
final class LocaliseView extends VBox {
    private final LocaliseViewModel model;
    private final CommandHint hint = new CommandHint("localise-empty");
    private final VBox body;
    private final Button measure = new Button("Measure it now", new FontIcon(MaterialDesignP.PLAY_OUTLINE));
    private final VBox nothing;

    LocaliseView(LocaliseViewModel model, ObservableValue<Appearance> appearance, Consumer<FigureOffer> exports) {
        super(8);
        this.model = model;
        SplitPane split = new SplitPane(
                new LocaliseScores(model, appearance, exports), new ExamplesView(model, appearance, exports));
        split.setDividerPositions(0.54);
        VBox.setVgrow(split, Priority.ALWAYS);
        body = new VBox(6, head(), split);
        measure.setId("localise-measure");
        measure.getStyleClass().add("accent");
        measure.setTooltip(new Tooltip("Run this command in a worker; it goes on where an earlier one stopped"));
        measure.setOnAction(_ -> model.measure());
        nothing = new VBox(16, hint, measure, progress());
        nothing.setAlignment(Pos.CENTER);
        StackPane centre = new StackPane(body, nothing);
        VBox.setVgrow(centre, Priority.ALWAYS);
        getChildren().addAll(problem(), centre);
        model.shown().subscribe(_ -> say());
        model.busy().subscribe(_ -> say());
        model.measuring().subscribe(_ -> say());
    }

    private HBox head() {
        Prose summary = new Prose();
        summary.setId("localise-summary");
        model.shown()
                .subscribe(now -> summary.setText(now.map(LocaliseText::summary).orElse("")));
        Choice<Path> folders = new Choice<>(
                "localise-folder",
                "Which measurement is shown",
                folder -> folder.getFileName().toString(),
                model::choose);
        model.folders().subscribe(all -> {
            folders.getItems().setAll(all);
            model.shown().get().ifPresent(now -> folders.show(now.folder()));
            folders.setVisible(all.size() > 1);
            folders.setManaged(all.size() > 1);
        });
        model.shown().subscribe(now -> now.ifPresent(one -> folders.show(one.folder())));
        Button again = new Button(null, new FontIcon(MaterialDesignR.REFRESH));
        again.setId("localise-again");
        again.getStyleClass().addAll("small", "flat", "button-icon");
        again.setTooltip(new Tooltip("Read what was measured again"));
        again.setAccessibleText("Read what was measured again");
        again.setOnAction(_ -> model.readAgain());
        for (Region fixed : List.of(folders, again)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox head = new HBox(10, summary, folders, again);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private HBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(180);
        Label title = new Label("Making right answers wrong and scoring them…");
        title.getStyleClass().add("muted");
        Button cancel = new Button("Cancel");
        cancel.setId("localise-cancel");
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setOnAction(_ -> model.cancel());
        HBox box = new HBox(10, bar, title, cancel);
        box.setAlignment(Pos.CENTER);
        model.measuring().subscribe(task -> {
            bar.progressProperty().unbind();
            task.ifPresent(one -> bar.progressProperty().bind(one.progress()));
            box.setVisible(task.isPresent());
            box.setManaged(task.isPresent());
        });
        return box;
    }

    private Label problem() {
        Label problem = new ProblemLine("localise-problem", "problem", model.problem());
        problem.setMaxHeight(60);
        return problem;
    }

    private void say() {
        boolean any = model.shown().get().isPresent();
        boolean measuring = model.measuring().get().isPresent();
        body.setVisible(any);
        nothing.setVisible(!any);
        boolean can = model.run().isPresent() && !model.busy().get();
        measure.setVisible(can && !measuring);
        measure.setManaged(measure.isVisible());
        if (model.run().isEmpty()) {
            hint.say("No run is open. Open one under Runs, or start one.", "");
        } else if (model.busy().get()) {
            hint.say("Reading what was measured…", "");
        } else {
            hint.say(
                    "How well does a low reward point at what is wrong? Right answers get one wrong number, name,"
                            + " operator, negation or order each, and every token is scored. This run has not been"
                            + " asked yet:",
                    BenchCommands.line(BenchCommands.localise(model.run().get())));
        }
    }
}
