package org.densepath.app.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.scoring.Role;
import org.densepath.app.shell.Workbench;
import org.fxmisc.richtext.StyledTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.matcher.control.LabeledMatchers;
import org.testfx.util.WaitForAsyncUtils;

/// The page as a person uses it, with the sample run's models in a real worker.
@ExtendWith(ApplicationExtension.class)
class PairPersonTest {
    private static final String PROMPT = "What is 47 + 38? Show the steps.";
    private static final String ANSWER = " 7 + 8 = 15. 4 + 3 + 1 = 8. Answer: 85";

    @TempDir
    Path home;

    private Workbench workbench;
    private PairViewModel model;

    @Start
    void open(Stage stage) throws Exception {
        workbench = SampleWindow.in(home);
        workbench.appearance().appearance().subscribe(now -> Application.setUserAgentStylesheet(now.stylesheet()));
        stage.setScene(new Scene(workbench.view(), 1000, 700));
        stage.show();
        workbench.start();
        model = workbench.pair();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    private static void until(BooleanSupplier then) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onWindow(then::getAsBoolean));
    }

    private void paste(FxRobot robot, String where, String text) {
        onWindow(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
        robot.clickOn(where).push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.V);
    }

    private String text(FxRobot robot, String id) {
        return onWindow(() -> robot.lookup(id).<Label>query().getText());
    }

    @Test
    void aTextIsPastedScoredEditedComparedAndGoneBackFrom(FxRobot robot) throws Exception {
        robot.clickOn("#page-pair");
        until(() -> !model.models().name(Role.REFERENCE).get().isEmpty());
        robot.clickOn("#pair-score");
        until(() -> !model.problem().get().isEmpty());
        assertEquals("Write a prompt first.", text(robot, "#pair-problem"));

        paste(robot, "#pair-prompt", PROMPT);
        assertEquals(
                PROMPT,
                onWindow(() -> robot.lookup("#pair-prompt").<TextArea>query().getText()));
        paste(robot, "#pair-answer", ANSWER);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> model.versions().size() == 1);
        assertTrue(text(robot, "#pair-check").startsWith("Σ r̂ = log π_SFT(y|x)"), text(robot, "#pair-check"));

        // the last digit but one, as a person would
        robot.clickOn("#pair-answer").push(KeyCode.SHORTCUT, KeyCode.END);
        robot.push(KeyCode.LEFT).push(KeyCode.BACK_SPACE).write("7");
        assertEquals(ANSWER.replace("85", "75"), onWindow(() -> model.answer().get()));
        robot.clickOn("#pair-score");
        until(() -> model.versions().size() == 2);
        FigureView figure = onWindow(() -> robot.lookup("#pair-figure").<FigureView>query());
        robot.clickOn("#pair-figure").push(KeyCode.END).push(KeyCode.LEFT).push(KeyCode.LEFT);
        until(() -> figure.spot().get().isSomewhere());
        String reading = text(robot, "#pair-reading");
        assertTrue(reading.startsWith("A “ 8” r̂ ") && reading.contains("B “ 7” r̂ −"), reading);
        assertTrue(reading.contains("Δr̂ −"), reading);

        ListView<Version> history = onWindow(() -> robot.lookup("#pair-history").<ListView<Version>>query());
        assertEquals(2, history.getItems().size());
        onWindow(() -> {
            model.prompt().set("Another prompt");
            return null;
        });
        assertEquals(
                "Another prompt",
                onWindow(() -> robot.lookup("#pair-prompt").<TextArea>query().getText()));
        robot.clickOn(LabeledMatchers.hasText("#1 written"));
        until(() -> model.answer().get().equals(ANSWER));
        StyledTextArea<?, ?> area = onWindow(() -> robot.lookup("#pair-answer").<StyledTextArea<?, ?>>query());
        assertEquals(ANSWER, onWindow(area::getText));
        assertTrue(onWindow(() -> model.shown().get().paired()));
    }

    @Test
    void anAnswerIsGeneratedAndSeenUnderEveryReference(FxRobot robot) throws Exception {
        robot.clickOn("#page-pair");
        until(() -> !model.models().name(Role.REFERENCE).get().isEmpty());
        paste(robot, "#pair-prompt", PROMPT);
        robot.clickOn("#pair-generate");
        until(() -> model.versions().size() == 1);
        Version version = onWindow(() -> model.versions().getFirst());
        assertEquals("generated by π_SFT, seed 1", version.title().substring(3));
        assertEquals(version.answer(), onWindow(() -> model.answer().get()));
        assertEquals(2, onWindow(() -> model.generating().seed().get()));

        robot.clickOn("References");
        until(() -> text(robot, "#references-note").contains("does not keep"));
        assertTrue(text(robot, "#references-note").endsWith("sft@0.25, sft@0.75"), text(robot, "#references-note"));
        FigureView references =
                onWindow(() -> robot.lookup("#references-figure").<FigureView>query());
        assertTrue(onWindow(() -> references.figure().isPresent()));
        robot.clickOn("Steps");
        until(() -> text(robot, "#steps-empty").startsWith("The shown run keeps the weights of no step"));
    }

    @Test
    void aModelThatIsNotThereIsSaidInOneSentence(FxRobot robot) throws Exception {
        robot.clickOn("#page-pair");
        until(() -> !model.models().name(Role.SFT).get().isEmpty());
        robot.clickOn("#pair-model-sft")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("nowhere")
                .push(KeyCode.ENTER);
        assertEquals("nowhere", onWindow(() -> model.models().name(Role.SFT).get()));
        paste(robot, "#pair-prompt", PROMPT);
        robot.clickOn("#pair-score");
        until(() -> !model.problem().get().isEmpty());
        assertTrue(text(robot, "#pair-problem").startsWith("There is no model 'nowhere'"));
    }
}
