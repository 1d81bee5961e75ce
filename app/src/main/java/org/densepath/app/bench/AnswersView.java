package org.densepath.app.bench;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.densepath.app.control.ProblemLine;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.rollouts.Choice;
import org.densepath.app.rollouts.RolloutText;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The answers of all methods to the same prompts: which set and seed, which prompts, and those of one prompt
/// side by side.
final class AnswersView extends VBox {
    private static final Duration TYPING = Duration.millis(300);

    private final AnswersViewModel model;
    private final CommandHint hint = new CommandHint("answers-empty");
    private final VBox body;

    AnswersView(
            AnswersViewModel model,
            CreditViewModel credit,
            ObservableValue<Appearance> appearance,
            Tries tries,
            Consumer<FigureOffer> exports) {
        super(8);
        this.model = model;
        SplitPane split =
                new SplitPane(new AnswerTableView(model), new AnswerDetail(model, credit, appearance, tries, exports));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.56);
        VBox.setVgrow(split, Priority.ALWAYS);
        body = new VBox(8, tools(), new RelationBar(model), split);
        StackPane centre = new StackPane(body, hint);
        VBox.setVgrow(centre, Priority.ALWAYS);
        getChildren().addAll(problem(), centre);
        model.sets().subscribe(_ -> say());
        model.busy().subscribe(_ -> say());
    }

    private HBox tools() {
        Choice<AnswerSet> sets = new Choice<>(
                "answers-set",
                "Which answers are shown: the run's own, or a benchmark's",
                AnswerSet::title,
                model::choose);
        model.sets().subscribe(all -> {
            sets.getItems().setAll(all);
            model.set().get().ifPresent(sets::show);
        });
        model.set().subscribe(now -> now.ifPresent(sets::show));
        Choice<Integer> seeds =
                new Choice<>("answers-seed", "Seed of the run", seed -> "Seed " + seed, model::chooseSeed);
        model.set().subscribe(set -> {
            List<Integer> all = set.map(AnswerSet::seeds).orElse(List.of());
            seeds.getItems().setAll(all);
            seeds.show(model.seed().get());
            seeds.setVisible(all.size() > 1);
            seeds.setManaged(all.size() > 1);
        });
        model.seed().subscribe(now -> seeds.show(now));
        Label summary = new Label();
        summary.setId("answers-summary");
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        model.passed().subscribe(now -> summary.setText(summary(now.lines().size())));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMinSize(16, 16);
        busy.setMaxSize(16, 16);
        busy.visibleProperty().bind(model.busy());
        Button again = new Button(null, new FontIcon(MaterialDesignR.REFRESH));
        again.setId("answers-again");
        again.getStyleClass().addAll("small", "flat", "button-icon");
        again.setTooltip(new Tooltip("Look again for answers in the run's folder"));
        again.setAccessibleText("Look again for answers in the run's folder");
        again.setOnAction(_ -> model.readAgain());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(8, sets, seeds, arms(), search(), gap, busy, summary, again);
        tools.setAlignment(Pos.CENTER_LEFT);
        for (Region fixed : List.of(sets, seeds, again)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        return tools;
    }

    private MenuButton arms() {
        MenuButton arms = new MenuButton();
        arms.setId("answers-arms");
        arms.getStyleClass().addAll("small", "answers-tool");
        arms.setMinWidth(Region.USE_PREF_SIZE);
        arms.setTooltip(new Tooltip("Which methods have a column, and stand side by side below"));
        model.table().subscribe(_ -> choices(arms));
        model.shownArms().subscribe(_ -> choices(arms));
        return arms;
    }

    private void choices(MenuButton menu) {
        List<String> all = model.table().get().arms();
        List<String> shown = model.shownArms().get();
        menu.setText(shown.size() + " of " + RolloutText.count(all.size(), "method"));
        menu.getItems()
                .setAll(all.stream()
                        .map(arm -> {
                            CheckMenuItem item = new CheckMenuItem(AnswerText.arm(arm));
                            item.setId("show-arm-" + arm);
                            item.setSelected(shown.contains(arm));
                            item.setDisable(shown.size() == 1 && shown.contains(arm));
                            item.setOnAction(_ -> toggle(arm, item.isSelected()));
                            return item;
                        })
                        .toList());
    }

    private void toggle(String arm, boolean on) {
        List<String> wanted = new ArrayList<>(model.shownArms().get());
        wanted.remove(arm);
        if (on) {
            wanted.add(arm);
        }
        model.shownArms()
                .set(model.table().get().arms().stream()
                        .filter(wanted::contains)
                        .toList());
    }

    private CustomTextField search() {
        CustomTextField text = new CustomTextField();
        text.setId("answers-text");
        text.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        text.setPromptText("Find in prompts and answers");
        text.setAccessibleText("Text that the prompt or an answer contains");
        text.getStyleClass().add("small");
        text.setPrefWidth(220);
        text.setMinWidth(120);
        PauseTransition pause = new PauseTransition(TYPING);
        pause.setOnFinished(_ -> model.filter().set(model.filter().get().withText(text.getText())));
        text.textProperty().subscribe((_, _) -> pause.playFromStart());
        model.filter().subscribe(now -> {
            if (!now.text().equals(text.getText()) && pause.getStatus() != PauseTransition.Status.RUNNING) {
                text.setText(now.text());
                pause.stop();
            }
        });
        return text;
    }

    private String summary(int shown) {
        int all = model.table().get().lines().size();
        return shown == all
                ? RolloutText.count(all, "prompt")
                : RolloutText.number(shown) + " of " + RolloutText.count(all, "prompt");
    }

    private Label problem() {
        Label problem = new ProblemLine("answers-problem", "warning", model.problem());
        problem.setMaxHeight(60);
        return problem;
    }

    private void say() {
        boolean any = !model.sets().get().isEmpty();
        body.setVisible(any);
        hint.setVisible(!any);
        if (model.run().isEmpty()) {
            hint.say("No run is open. Open one under Runs, or start one.", "");
        } else if (model.busy().get()) {
            hint.say("Reading the answers…", "");
        } else {
            hint.say(
                    "This run has kept no answers yet. Those to its held-out prompts come with its last stage; those"
                            + " to a benchmark with this command:",
                    BenchCommands.run(model.run().get()));
        }
    }
}
