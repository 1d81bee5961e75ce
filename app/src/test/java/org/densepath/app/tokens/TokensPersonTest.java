package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.live.Place;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.FakeRun;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.NumberText;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person before the tokens' page.
@ExtendWith(ApplicationExtension.class)
class TokensPersonTest {
    private final Path home = temporary();
    private final Preferences preferences = Preferences.open(home.resolve("preferences.json"));
    private final TraceLoader loader = new TraceLoader(Platform::runLater);
    private final List<FigureOffer> offers = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> watched = new ArrayList<>();
    private final AtomicInteger released = new AtomicInteger();
    private Path run;
    private TokensViewModel model;
    private TokensView view;

    @Start
    void open(Stage stage) {
        try (FakeRun fake = FakeRun.create(home.resolve("runs"), "demo")) {
            fake.rollouts(10);
            fake.rollouts(20);
            fake.rollouts(30);
            run = fake.folder().path();
        }
        model = new TokensViewModel(loader, preferences);
        view = new TokensView(
                model, new TokensMemory(model, preferences), new SimpleObjectProperty<>(Appearance.LIGHT));
        view.exportsBy(offers::add);
        view.speaksBy(said::add, said::add);
        view.watchedBy(new TokenWatcher() {
            @Override
            public void pointed(TraceRow row, int token, Path of) {
                watched.add(row.tokens().get(token));
            }

            @Override
            public void cleared() {
                watched.add("");
            }
        });
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        stage.setScene(new Scene(view, 980, 700));
        stage.addEventFilter(KeyEvent.KEY_RELEASED, _ -> released.incrementAndGet());
        stage.show();
        model.newest(Optional.of(run.resolve("arms/dpr/seed-1/rollouts/000030.parquet")));
    }

    @AfterEach
    void close() {
        loader.close();
        preferences.close();
    }

    @Test
    void tokensAreWalkedByKeyboardAndSpoken(FxRobot robot) throws Exception {
        focus(robot);
        press(robot, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT);
        assertTrue(text(robot, "#inspector").startsWith("Token 2 of 18  “ +”"), text(robot, "#inspector"));
        assertEquals(" +", watched.getLast());
        String spoken = onWindow(() -> robot.lookup("#heatmap").query().getAccessibleText());
        assertTrue(spoken.startsWith("Token 2 of 18"), spoken);

        press(robot, KeyCode.END);
        assertEquals(17, model.selection().cursor().get());
        press(robot, KeyCode.HOME);
        assertEquals(0, model.selection().cursor().get());
    }

    @Test
    void aTokenIsPinnedByClickAndBySpace(FxRobot robot) throws Exception {
        shown();
        robot.clickOn(place(robot, 4));
        assertEquals(List.of(4), model.selection().pins().get());
        press(robot, KeyCode.RIGHT, KeyCode.SPACE);
        assertEquals(List.of(4, 5), model.selection().pins().get());
        press(robot, KeyCode.SPACE);
        assertEquals(List.of(4), model.selection().pins().get());
        robot.clickOn("#clear-pins");
        assertEquals(List.of(), model.selection().pins().get());
    }

    @Test
    void aRangeIsMarkedByShiftAndByDrag(FxRobot robot) throws Exception {
        assumeFalse("Headless".equals(System.getProperty("glass.platform")), "there, a press does not tell of Shift");
        shown();
        robot.clickOn(place(robot, 2));
        robot.press(KeyCode.SHIFT).clickOn(place(robot, 5)).release(KeyCode.SHIFT);
        assertEquals(
                Optional.of(new TokenSelection.Range(2, 5)),
                model.selection().range().get());
        float[] reward = model.response().orElseThrow().values().reward();
        double sum = IntStream.rangeClosed(2, 5).mapToDouble(i -> reward[i]).sum();
        assertEquals(
                "Tokens 3–6   n 4   Σ " + NumberText.signed(sum) + "   mean " + NumberText.signed(sum / 4),
                text(robot, "#range-statistics"));

        robot.drag(place(robot, 7)).dropTo(place(robot, 9));
        assertEquals(
                Optional.of(new TokenSelection.Range(7, 9)),
                model.selection().range().get());
        press(robot, KeyCode.ESCAPE);
        assertTrue(model.selection().range().get().isEmpty());
        robot.press(KeyCode.SHIFT);
        press(robot, KeyCode.RIGHT);
        robot.release(KeyCode.SHIFT);
        assertEquals(
                2,
                model.selection().range().get().orElseThrow().last()
                        - model.selection().range().get().orElseThrow().first()
                        + 1);
    }

    @Test
    void layersAreChosenByDigit(FxRobot robot) throws Exception {
        focus(robot);
        press(robot, KeyCode.DIGIT2);
        assertEquals(TokenLayer.RETURN, model.layer().get());
        assertEquals("Return to go G", text(robot, "#shown-layer"));
        press(robot, KeyCode.DIGIT5);
        assertEquals(TokenLayer.RETURN, model.layer().get(), "the trace has no entropy");
        press(robot, KeyCode.DIGIT0);
        assertEquals(TokenLayer.WEIGHT, model.layer().get());
    }

    @Test
    void tokensAreTakenTogether(FxRobot robot) throws Exception {
        shown();
        robot.clickOn("#unit-line");
        assertEquals(1, model.shown().get().orElseThrow().cells().size());
        robot.clickOn("#value-mean");
        assertEquals(SpanValue.MEAN, model.settings().value().get());
        robot.clickOn("#unit-word");
        assertEquals(TokenSpans.Unit.WORD, model.settings().unit().get());
        press(robot, KeyCode.DIGIT2);
        assertFalse(
                onWindow(() -> robot.lookup("#value-mean").query().getParent().isVisible()));
        ToggleButton word = robot.lookup("#unit-word").query();
        assertTrue(word.isSelected());
    }

    @Test
    void responsesAreWalkedFilteredAndSorted(FxRobot robot) throws Exception {
        focus(robot);
        press(robot, KeyCode.CLOSE_BRACKET);
        assertEquals(1, model.selected().get());
        press(robot, KeyCode.OPEN_BRACKET);
        assertEquals(0, model.selected().get());

        robot.clickOn("#response-filter").write("pear");
        until(() -> model.rows().get().size() == 3);
        assertEquals("3 of 12", text(robot, "#response-count"));
        robot.write("1");
        until(() -> model.rows().get().isEmpty());
        assertTrue(text(robot, "#tokens-empty").contains("clear the filter"));
        assertEquals(TokenLayer.REWARD, model.layer().get(), "digits in a field are text");
        onWindow(() -> {
            robot.lookup("#response-filter").queryAs(TextField.class).clear();
            model.responses().order().set(ResponseOrder.HIGHEST);
            return null;
        });
        double[] returns =
                model.rows().get().stream().mapToDouble(TraceRow::totalReturn).toArray();
        assertTrue(returns[0] >= returns[returns.length - 1]);
    }

    @Test
    void densityAndBlanksChangeTheText(FxRobot robot) throws Exception {
        shown();
        double roomy = onWindow(() -> heatmap(robot).content().text().lineHeight());
        robot.clickOn("#density-dense");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(onWindow(() -> heatmap(robot).content().text().lineHeight()) < roomy);
        robot.interact(() -> model.settings().blanks().set(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "·7",
                onWindow(
                        () -> heatmap(robot).content().text().line(0).getFirst().text()));
        // each token of the prompt and its template stands there, without credit
        assertEquals(
                5,
                onWindow(() -> heatmap(robot).content().prompt().orElseThrow().tokens()));
        robot.interact(() -> model.settings().prompt().set(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(onWindow(() -> heatmap(robot).content().prompt().isEmpty()));
    }

    @Test
    void stepsAreWalked(FxRobot robot) throws Exception {
        shown();
        robot.clickOn("#step-before");
        until(() -> text(robot, "#trace-step").equals("step 20"));
        assertFalse(model.following().get());
        robot.clickOn("#step-before");
        until(() -> text(robot, "#trace-step").equals("step 10"));
        assertTrue(robot.lookup("#step-before").queryButton().isDisabled());
        robot.clickOn("#follow");
        until(() -> text(robot, "#trace-step").equals("step 30"));
    }

    @Test
    void aPlaceIsOpened(FxRobot robot) throws Exception {
        shown();
        robot.interact(() -> model.open(new Place(run, "dpr", 1, 20, 2, 6)));
        until(() -> model.step().get().step() == 20);
        assertEquals(6, model.response().orElseThrow().sample());
        assertEquals(-1, model.selection().cursor().get());

        robot.interact(() -> model.open(new Place(run, "dpr", 1, 10, 1, 5).at(3)));
        until(() -> model.step().get().step() == 10);
        assertEquals(5, model.response().orElseThrow().sample());
        assertEquals(3, model.selection().cursor().get());
        until(() -> text(robot, "#inspector").startsWith("Token 4 of"));
    }

    @Test
    void aViewIsCopiedAndPasted(FxRobot robot) throws Exception {
        focus(robot);
        press(robot, KeyCode.DIGIT3, KeyCode.CLOSE_BRACKET, KeyCode.RIGHT, KeyCode.SPACE);
        robot.clickOn("#copy-view");
        String copied = onWindow(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("densepath://tokens?run="), copied);

        robot.interact(() -> {
            model.settings().reset();
            model.choose(5);
        });
        robot.clickOn("#paste-view");
        until(() ->
                model.selected().get() == 1 && model.selection().pins().get().equals(List.of(0)));
        assertEquals(TokenLayer.ADVANTAGE, model.layer().get());

        onWindow(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "something else")));
        robot.clickOn("#paste-view");
        assertTrue(said.getLast().contains("not a view of tokens"), said.getLast());
    }

    @Test
    void theHeatmapIsOfferedAsAFigure(FxRobot robot) throws Exception {
        focus(robot);
        press(robot, KeyCode.F);
        HeatmapFigure figure = (HeatmapFigure) offers.getLast().figure();
        assertEquals(2, figure.texts().size());
        assertEquals(
                model.response().orElseThrow().tokens(),
                figure.texts().getLast().tokens());
        assertEquals("30", offers.getLast().provenance().get("step"));

        robot.interact(() -> view.commands().exportRunning());
        CurveFigure running = (CurveFigure) offers.getLast().figure();
        double[] sums = running.panels().getFirst().series().getFirst().y();
        assertEquals(model.response().orElseThrow().totalReturn(), sums[sums.length - 1], 1e-4);
    }

    private void shown() throws Exception {
        until(() -> model.shown().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static HeatmapView heatmap(FxRobot robot) {
        return robot.lookup("#heatmap").query();
    }

    private void focus(FxRobot robot) throws Exception {
        shown();
        robot.interact(() -> robot.lookup("#heatmap").query().requestFocus());
    }

    /// The middle of a token on the screen.
    private Point2D place(FxRobot robot, int token) {
        return onWindow(() -> {
            HeatmapView heatmap = robot.lookup("#heatmap").query();
            HeatmapLayout.Fragment at =
                    heatmap.content().text().fragments(token).getFirst();
            return heatmap.canvas()
                    .localToScreen(
                            at.x() + at.width() / 2,
                            heatmap.content().textTop()
                                    + at.y()
                                    + heatmap.content().text().lineHeight() / 2);
        });
    }

    /// Until the window has got each key: on a window system that takes a while, and what follows looks at once.
    private void press(FxRobot robot, KeyCode... keys) throws Exception {
        for (KeyCode key : keys) {
            int before = released.get();
            robot.press(key).release(key);
            until(() -> released.get() > before);
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return onWindow(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("densepath-tokens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
