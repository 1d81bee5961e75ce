package org.densepath.app.live;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What can be done with the shown run. What is not possible is disabled and says why; what loses work asks once
/// more, in place.
final class RunButtons extends HBox {
    private final RunViewModel model;
    private final Node start;
    private final Node stop;
    private final Node abort;
    private final Button resume = button("resume", "Resume", MaterialDesignR.RESTART, "accent");
    private final HBox question = new HBox(8);

    RunButtons(RunViewModel model) {
        super(8);
        this.model = model;
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
        Button demo = button("run-demo", "Run the demo", MaterialDesignP.PLAY, "button-outlined");
        demo.setOnAction(_ -> model.startDemo());
        start = explained(demo);
        Button stopping = button("stop", "Stop and keep", MaterialDesignS.STOP, "button-outlined");
        stopping.setOnAction(_ -> model.stopAndKeep());
        stop = explained(stopping);
        Button aborting = button("abort", "Abort", MaterialDesignC.CLOSE_OCTAGON_OUTLINE, "button-outlined");
        aborting.setOnAction(_ -> model.askToAbort());
        abort = explained(aborting);
        resume.setOnAction(_ -> model.resume());
        resume.setTooltip(new Tooltip("Goes on from the last checkpoint in a new worker."));
        Button copy = button("copy-command", "", MaterialDesignC.CONTENT_COPY, "flat");
        copy.setTooltip(new Tooltip("Copy the demo's command line, which does the same in a terminal:\n"
                + model.command().shortLine()));
        copy.setAccessibleText("Copy the demo's command line");
        copy.setOnAction(_ -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.command().line())));
        getChildren().addAll(resume, stop, abort, start, copy);
        question();
        update();
    }

    /// Asks whether to abort, under the buttons; shown only while it is asked.
    Node confirmation() {
        return question;
    }

    void update() {
        boolean runs = model.run().get().phase() == Phase.RUNNING;
        offer(
                stop,
                model.canStop(),
                "Ends after the current step. Everything is kept and can be resumed.",
                runs
                        ? "The worker was asked already: it ends after this step."
                        : "Nothing runs that could be stopped.");
        offer(
                abort,
                model.canAbort(),
                "Ends at once. What came after the last checkpoint is lost.",
                runs ? "The worker was asked already: it ends at once." : "Nothing runs that could be aborted.");
        offer(
                start,
                model.canStart(),
                "Fine-tunes the small model that comes with the product and trains it on its own dense reward, on this"
                        + " machine.",
                "A run is at work: stop it first.");
        show(stop, model.run().get().phase().busy());
        show(abort, model.run().get().phase().busy());
        show(resume, model.canResume());
    }

    private void question() {
        Label asks = new Label(
                "Abort now? The worker ends at once, and the steps since the last checkpoint are lost. Stop and keep"
                        + " loses nothing.");
        asks.getStyleClass().add("warning");
        asks.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        asks.setWrapText(true);
        asks.setMinWidth(0);
        HBox.setHgrow(asks, Priority.ALWAYS);
        asks.setMaxWidth(Double.MAX_VALUE);
        Button yes = button("abort-now", "Abort now", MaterialDesignC.CLOSE_OCTAGON_OUTLINE, "danger");
        yes.setOnAction(_ -> model.abort());
        Button no = button("keep-running", "Keep it running", MaterialDesignP.PLAY, "button-outlined");
        no.setOnAction(_ -> model.keepRunning());
        question.setId("abort-question");
        question.setAlignment(Pos.CENTER_LEFT);
        question.getChildren().addAll(asks, yes, no);
        model.abortAsked().subscribe(asked -> show(question, asked));
    }

    /// A disabled button tells nothing to the pointer; what is around it does.
    private static StackPane explained(Button button) {
        return new StackPane(button);
    }

    private static void offer(Node around, boolean possible, String does, String why) {
        Node button = ((StackPane) around).getChildren().getFirst();
        button.setDisable(!possible);
        Tooltip.install(around, new Tooltip(possible ? does : why));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static Button button(String id, String text, Ikon icon, String style) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(style, "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
