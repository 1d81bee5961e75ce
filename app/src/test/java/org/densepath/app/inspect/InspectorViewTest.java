package org.densepath.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.paint.BarFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The inspector as a person uses it.
@ExtendWith(ApplicationExtension.class)
class InspectorViewTest {
    private static final SampleStep STEP = SampleStep.of(20);

    private final List<FigureOffer> offered = new ArrayList<>();
    private final FakeScorer scorer = new FakeScorer();
    private final List<Replacement> replaced = new ArrayList<>();
    private InspectorViewModel model;
    private InspectorView view;

    @Start
    void start(Stage stage) {
        model = new InspectorViewModel(scorer, Platform::runLater, replaced::add);
        view = new InspectorView(model, new SimpleObjectProperty<>(Appearance.LIGHT));
        view.exportsBy(offered::add);
        stage.setScene(new Scene(view, 340, 900));
        stage.show();
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    private static void until(BooleanSupplier then) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onWindow(then::getAsBoolean));
    }

    private void point(int row, int token) {
        onWindow(() -> {
            model.show(STEP.place(row, token));
            return null;
        });
    }

    private void answered(int row, int token) throws Exception {
        point(row, token);
        until(scorer::isAsked);
        scorer.answer();
        until(() -> !model.asking().get());
        // what has come moves what stands below it
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return onWindow(() -> ((Label) view.lookup(id)).getText());
    }

    private boolean visible(String id) {
        return onWindow(() -> {
            for (Node node = view.lookup(id); node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    @Test
    void nothingPointedAtSaysWhatToDo() {
        assertTrue(visible("#inspector-empty"));
        point(4, 1);
        assertFalse(visible("#inspector-empty"));
        assertTrue(visible("#inspector-token"));
    }

    @Test
    void theTokensNumbersStandThereBeforeTheModelsAnswer() throws Exception {
        point(4, 1);

        assertEquals("1", text("#inspector-token"));
        assertEquals("token 2 of 16", text("#inspector-place"));
        assertEquals("id 20 · bytes 31", text("#inspector-facts"));
        assertEquals("−0.440", text("#inspector-reward"));
        assertEquals("—", text("#inspector-rank-sft"));
        assertTrue(visible("#inspector-asking"));
        until(scorer::isAsked);
        scorer.answer();
        until(() -> !model.asking().get());
        assertEquals("4", text("#inspector-rank-sft"));
        assertFalse(visible("#inspector-asking"));
    }

    @Test
    void aClickOnAnotherWordPutsItHere(FxRobot robot) throws Exception {
        answered(4, 1);
        Node second = onWindow(
                () -> ((VBox) view.lookup("#inspector-words")).getChildren().get(1));
        robot.clickOn(second);
        until(() -> model.replacing().get());
        scorer.answer();
        until(() -> !replaced.isEmpty());

        assertEquals(901, replaced.getFirst().id());
        assertTrue(text("#inspector-replaced").startsWith("With “␣w1” here the response returns"));
    }

    @Test
    void theEquationsCanBeReadAndCopied(FxRobot robot) throws Exception {
        answered(4, 1);
        robot.clickOn("#inspector-explain > .title");
        until(() -> model.explaining().get() && view.lookup("#inspector-copy-latex") != null);
        assertTrue(text("#inspector-verdict").startsWith("The next update makes “1” less likely here."));
        onWindow(() -> {
            ((Button) view.lookup("#inspector-copy-latex")).fire();
            return null;
        });

        String copied = onWindow(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("\\hat r_{2} & = \\log \\pi_{\\mathrm{SFT}}"), copied);
        assertTrue(copied.contains("No baseline &"), copied);
    }

    @Test
    void aProblemIsASentenceAndCanBeTriedAgain(FxRobot robot) throws Exception {
        point(4, 1);
        until(scorer::isAsked);
        scorer.fail("The scoring worker has ended.");
        until(() -> !model.problem().get().isEmpty());
        assertEquals("The scoring worker has ended.", text("#inspector-problem"));
        robot.clickOn("#inspector-ask-again");
        until(scorer::isAsked);
        scorer.answer();
        until(() -> !model.asking().get());
        assertFalse(visible("#inspector-problem"));
        assertEquals("4", text("#inspector-rank-sft"));
    }

    @Test
    void theWordsAreHandedOutAsAFigure() throws Exception {
        answered(0, 1);
        onWindow(() -> {
            ((Button) view.lookup("#export-words")).fire();
            return null;
        });

        BarFigure figure = (BarFigure) offered.getFirst().figure();
        assertEquals(
                model.words().stream().map(WordCredit::reward).toList(),
                figure.groups().getFirst().bars().stream()
                        .map(BarFigure.Bar::value)
                        .toList());
        assertEquals("2", offered.getFirst().provenance().get("token"));
    }
}
