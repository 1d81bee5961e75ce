package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.Notices;
import org.densepath.app.task.WorkerCommand;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.PanelLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person before the curves of the sample run.
@ExtendWith(ApplicationExtension.class)
class LivePersonTest {
    private static final Path SAMPLE = Path.of(System.getProperty("densepath.root", ".."))
            .toAbsolutePath()
            .resolve("sample-data")
            .resolve("run");

    private final List<Place> opened = new ArrayList<>();
    private final List<FigureOffer> offered = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Path home;
    private Stage stage;
    private Preferences preferences;
    private Overlays overlays;
    private RunViewModel run;
    private LiveViewModel model;

    @Start
    void open(Stage shown) throws Exception {
        stage = shown;
        home = Files.createTempDirectory("densepath-live");
        show(SAMPLE);
    }

    private void show(Path folder) {
        preferences = Preferences.open(home.resolve("preferences.json"));
        overlays = new Overlays(Platform::runLater);
        run = new RunViewModel(home, _ -> null, a -> WorkerCommand.of(home, WorkerCommand.MAIN, List.of(), a));
        RunReading reading = new RunReading(folder);
        reading.poll();
        run.show(reading.snapshot());
        model = new LiveViewModel(run, preferences, overlays);
        Notices notices = new Notices();
        notices.shownBy(notice -> said.add(notice.text()));
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        LivePage page = new LivePage(
                model,
                new SimpleObjectProperty<>(Appearance.LIGHT),
                preferences,
                offered::add,
                opened::add,
                () -> {},
                notices);
        stage.setScene(new Scene(page, 980, 700));
        stage.show();
    }

    @AfterEach
    void close() {
        overlays.close();
        preferences.close();
    }

    @Test
    void thePointerReadsAllChartsOfTheStageAtOnce(FxRobot robot) throws Exception {
        robot.moveTo(at("dpr/kl_sft", 23));
        until(() -> visible(".reading"));

        assertEquals("step 23", text(robot, ".reading-where"));
        until(() -> robot.lookup(".chart-reading").queryAllAs(javafx.scene.control.Label.class).stream()
                        .filter(Node::isVisible)
                        .count()
                > 2);
    }

    @Test
    void draggingZoomsAndADoubleClickShowsAllAgain(FxRobot robot) throws Exception {
        robot.drag(at("dpr/kl_sft", 10), MouseButton.PRIMARY).dropTo(at("dpr/kl_sft", 20));
        until(() -> model.zoomed().get());

        PanelLayout entropy = plot("dpr/entropy");
        assertEquals(10, entropy.x().extent().low(), 0.6);
        assertEquals(20, entropy.x().extent().high(), 0.6);
        assertEquals(1, plot("sft/loss").x().extent().low(), 1e-6);
        assertTrue(robot.lookup("#reset-zoom").query().isVisible());

        robot.doubleClickOn(at("dpr/entropy", 15));
        until(() -> !model.zoomed().get());
        assertEquals(List.of(), opened, "a double click opens nothing");
    }

    @Test
    void aClickOnAPointOpensThatStepsRollouts(FxRobot robot) throws Exception {
        robot.clickOn(at("dpr/entropy", 17));
        until(() -> !opened.isEmpty());

        assertEquals(new Place(SAMPLE, "dpr", 1, 17, Place.WHOLE_STEP, Place.WHOLE_STEP), opened.getFirst());
    }

    @Test
    void aClickOnFineTuningSaysWhyNothingOpens(FxRobot robot) throws Exception {
        robot.interact(() -> model.enlarged().set("sft/loss"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.lookup("#large-sft-loss .plot").<Node>query());
        until(() -> !said.isEmpty());

        assertTrue(said.getFirst().startsWith("Fine-tuning reads demonstrations"), said.getFirst());
    }

    @Test
    void axesSmoothingAndLogarithmsAreChosenAndKept(FxRobot robot) throws Exception {
        robot.clickOn("#axis-time");
        assertEquals(XAxis.TIME, model.choices().axis().get());
        until(() -> plot("dpr/kl_sft").x().extent().high() > 20);
        robot.clickOn("#log-y");
        until(() -> plot("dpr/kl_sft").y().log());
        Slider smoothing = robot.lookup("#smoothing").query();
        robot.interact(smoothing::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> model.choices().smoothing().get() > 0.84);

        close();
        WaitForAsyncUtils.asyncFx(() -> show(SAMPLE)).get();
        assertEquals(XAxis.TIME, model.choices().axis().get());
        assertTrue(model.choices().logY().get());
        assertEquals(0.85, model.choices().smoothing().get(), 1e-9);
    }

    @Test
    void chartsAreFoundByNameAndChosen(FxRobot robot) throws Exception {
        robot.clickOn("#choose-charts");
        robot.clickOn("#chart-search").write("norm");
        until(() -> robot.lookup("#chart-chooser .check-box").queryAll().size() == 2);
        robot.clickOn(robot.lookup("#choose-dpr-gradient_norm").<CheckBox>query());
        until(() -> model.charts().get().stream().anyMatch(chart -> chart.id().equals("dpr/gradient_norm")));

        robot.clickOn("#choose-all");
        until(() -> model.charts().get().size() > 30);
        robot.clickOn("#choose-none");
        until(() -> visible("#no-curves"));
    }

    @Test
    void aChartIsEnlargedAndEscapeBringsAllBack(FxRobot robot) throws Exception {
        robot.moveTo(at("dpr/entropy", 20));
        robot.clickOn("#enlarge-chart-dpr-entropy");
        until(() -> visible("#large-dpr-entropy"));
        robot.clickOn(robot.lookup("#large-dpr-entropy .chart-title").<Node>query());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> visible("#chart-dpr-entropy"));
    }

    @Test
    void valuesAreCopiedAndFiguresOffered(FxRobot robot) throws Exception {
        robot.clickOn("#copy-values");
        until(() -> !said.isEmpty());
        String csv = WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().getString())
                .get();
        assertTrue(
                csv.startsWith("run,metric,stage,arm,seed,step,tokens,seconds,value\nrun,dpr/reward_mean,dpr,dpr,1,1,"),
                csv.substring(0, 120));

        robot.clickOn("#export-curves");
        until(() -> !offered.isEmpty());
        CurveFigure figure = (CurveFigure) offered.getFirst().figure();
        assertEquals(8, figure.panels().size());
        assertEquals("1", offered.getFirst().provenance().get("seed"));
    }

    @Test
    void theKeyboardWalksAlongACurve(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#plot-dpr-entropy").query().requestFocus());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> visible(".reading"));
        assertEquals("step 2", text(robot, ".reading-where"));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> !opened.isEmpty());
        assertEquals(2, opened.getFirst().step());
    }

    /// The screen's place of `step` on the curve of a chart.
    private Point2D at(String id, double step) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            ChartCell cell = cell(id).orElseThrow();
            PanelLayout layout = cell.plot().orElseThrow();
            Trace.Reading reading = cell.readings(step).getFirst();
            Node plot = cell.lookup(".plot");
            Bounds bounds = plot.localToScreen(plot.getBoundsInLocal());
            return new Point2D(
                    bounds.getMinX() + layout.x().place(step),
                    bounds.getMinY() + layout.y().place(reading.drawn()));
        });
    }

    private PanelLayout plot(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.getScene().getRoot().layout();
            return cell(id).flatMap(ChartCell::plot).orElseThrow();
        });
    }

    private Optional<ChartCell> cell(String id) {
        return Optional.ofNullable((ChartCell) stage.getScene().lookup("#chart-" + id.replace('/', '-')));
    }

    private boolean visible(String selector) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().getRoot().lookupAll(selector).stream()
                .anyMatch(node -> node.isVisible() && node.getScene() != null));
    }

    private static String text(FxRobot robot, String selector) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup(selector).queryAllAs(javafx.scene.control.Label.class).stream()
                        .filter(Node::isVisible)
                        .filter(label -> label.getParent().isVisible())
                        .map(javafx.scene.control.Label::getText)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
