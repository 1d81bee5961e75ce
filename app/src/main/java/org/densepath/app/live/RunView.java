package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// How the run stands and the buttons that start, stop and resume it.
public final class RunView extends VBox {
    private static final int CHIPS = 5;

    private final RunViewModel model;
    private final Label name = new Label();
    private final Label badge = new Label();
    private final HBox stages = new HBox(12);
    private final ProgressBar bar = new ProgressBar(0);
    private final Label sentence = new Label();
    private final Label remaining = new Label();
    private final Label problem = new Label();
    private final Button start = button("run-demo", "Run the demo", MaterialDesignP.PLAY, "accent");
    private final Button stop = button("stop", "Stop and keep", MaterialDesignS.STOP, "button-outlined");
    private final Button resume = button("resume", "Resume", MaterialDesignR.RESTART, "button-outlined");
    private final Button copy = button("copy-command", "", MaterialDesignC.CONTENT_COPY, "flat");

    public RunView(RunViewModel model) {
        super(10);
        this.model = model;
        getStyleClass().add("card");

        name.getStyleClass().add("card-title");
        name.setId("run-name");
        name.setMinWidth(0);
        badge.getStyleClass().add("badge");
        badge.setId("phase");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        stages.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(10, name, badge, gap, stages);
        header.setAlignment(Pos.CENTER_LEFT);

        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("progress");
        sentence.setId("sentence");
        sentence.setMinWidth(0);
        remaining.getStyleClass().add("muted");
        remaining.setId("remaining");
        remaining.setMinWidth(Region.USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox state = new HBox(12, sentence, between, remaining);

        problem.getStyleClass().add("problem");
        problem.setId("problem");
        problem.setWrapText(true);
        problem.setMaxHeight(40);
        problem.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        getChildren().addAll(header, new VBox(6, bar, state), problem, actions());
        model.run().subscribe(_ -> update());
    }

    private Node actions() {
        start.setOnAction(_ -> model.startDemo());
        stop.setOnAction(_ -> model.stopAndKeep());
        stop.setTooltip(new Tooltip("Ends after the current step. Everything is kept and can be resumed."));
        resume.setOnAction(_ -> model.resume());
        resume.setTooltip(new Tooltip("Goes on from the last checkpoint in a new worker."));
        start.setTooltip(new Tooltip(
                "Fine-tunes the small model that comes with the product and trains it on its own dense reward,"
                        + " on this machine."));
        Label command = new Label(model.command().shortLine());
        command.getStyleClass().add("command");
        command.setMinWidth(0);
        command.setId("command");
        command.setTooltip(new Tooltip("The demo's command line: it does the same in a terminal."));
        copy.setTooltip(new Tooltip("Copy the whole command line"));
        copy.setAccessibleText("Copy the demo's command line");
        copy.setOnAction(_ -> Clipboard.getSystemClipboard()
                .setContent(
                        java.util.Map.of(DataFormat.PLAIN_TEXT, model.command().line())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, start, stop, resume, gap, command, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(2, 0, 0, 0));
        return row;
    }

    private void update() {
        RunSnapshot run = model.run().get();
        name.setText(run.name().isEmpty() ? "Demo run" : run.name());
        badge.setText(run.phase().label());
        badge.getStyleClass()
                .setAll(
                        "badge",
                        "badge-" + run.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        bar.setProgress(model.progress());
        sentence.setText(model.sentence());
        remaining.setText(model.remaining());
        problem.setText(model.problem());
        problem.getStyleClass().setAll("label", model.warnsOnly() ? "warning" : "problem");
        problem.setTooltip(model.problem().isEmpty() ? null : new Tooltip(model.problem()));
        show(problem, !model.problem().isEmpty());
        start.setDisable(!model.canStart());
        stop.setDisable(!model.canStop());
        show(resume, model.canResume());
        List<Node> chips = new ArrayList<>();
        int hidden = Math.max(0, run.stages().size() - CHIPS);
        if (hidden > 0) {
            Label before = new Label("+ " + hidden);
            before.getStyleClass().add("muted");
            before.setTooltip(new Tooltip(hidden + " stages before these"));
            chips.add(before);
        }
        for (StageMark mark : run.stages().subList(hidden, run.stages().size())) {
            chips.add(chip(mark));
        }
        stages.getChildren().setAll(chips);
    }

    private Label chip(StageMark mark) {
        Label chip = new Label(mark.label(model.manySeeds()));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        FontIcon icon = new FontIcon(
                switch (mark.state()) {
                    case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                    case ACTIVE -> MaterialDesignP.PROGRESS_CLOCK;
                    case HALTED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
                });
        chip.setGraphic(icon);
        chip.getStyleClass().addAll("stage", "stage-" + mark.state().name().toLowerCase(Locale.ROOT));
        return chip;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static Button button(String id, String text, Ikon icon, String style) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
