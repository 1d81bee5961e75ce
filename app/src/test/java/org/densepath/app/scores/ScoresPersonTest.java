package org.densepath.app.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.densepath.app.control.Prose;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.live.RunReadings;
import org.densepath.app.live.RunSnapshot;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.WorkerCommand;
import org.densepath.experiment.result.ResultTable;
import org.densepath.paint.BarFigure;
import org.densepath.paint.RadarFigure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person before the scores of the sample run.
@ExtendWith(ApplicationExtension.class)
class ScoresPersonTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data/run");

    @TempDir
    Path folder;

    private final List<FigureOffer> offered = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Tasks tasks;
    private RunViewModel run;
    private ScoresViewModel model;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        tasks = new Tasks(Platform::runLater);
        run = new RunViewModel(SAMPLE, _ -> null, a -> WorkerCommand.of(SAMPLE, WorkerCommand.MAIN, List.of(), a));
        run.show(RunReadings.of(SAMPLE));
        model = new ScoresViewModel(run, tasks);
        Notices notices = new Notices();
        notices.shownBy(notice -> said.add(notice.text()));
        ScoresView page = new ScoresView(
                model,
                new SimpleObjectProperty<>(Appearance.LIGHT),
                offered::add,
                notices,
                Optional.of((_, name) -> Optional.of(folder.resolve(name))));
        stage.setScene(new Scene(page, 980, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void scoresAreThereAtOnceAndTheirTestsAfterAMoment() throws Exception {
        assertEquals(5, rows().size());
        tested();
        ResultTable table = model.results().get().table();
        assertEquals(List.of(1), table.seeds());
        assertEquals("*", table.cell("dpr", "success_sampled").marks());
        assertTrue(table.cell("sft-at-0.5", "success_sampled").best());
        assertFalse(table.cell("continued-sft", "success_greedy").best());
        assertTrue(legend().contains("Holm's correction over 6 comparisons"), legend());
    }

    @Test
    void whatTheMarksSayIsSaidInSentencesToo(FxRobot robot) throws Exception {
        tested();
        List<String> sentences = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup("#verdicts .verdict").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList());
        assertTrue(
                sentences.contains("DPR, sampled: +4.1 [+2.8, +5.3] points on the same 660 prompts: ahead of SFT."),
                sentences.toString());
        assertTrue(
                sentences.contains("DPR, sampled: −0.9 [−2.0, +0.2] points on the same 660 prompts: not told apart from"
                        + " continued SFT."),
                sentences.toString());
    }

    @Test
    void rowsAreSortedByAScoreAndWhatHasNoneComesLast(FxRobot robot) throws Exception {
        tested();
        sortBy(robot, "success_greedy", TableColumn.SortType.DESCENDING);
        assertEquals(List.of("continued-sft", "sft", "base", "dpr", "sft-at-0.5"), rows());
        sortBy(robot, "success_greedy", TableColumn.SortType.ASCENDING);
        assertEquals(List.of("dpr", "base", "sft", "continued-sft", "sft-at-0.5"), rows());
        robot.interact(() -> table(robot).getSortOrder().clear());
        assertEquals(List.of("base", "sft", "sft-at-0.5", "dpr", "continued-sft"), rows());
    }

    @Test
    void columnsAreChosen(FxRobot robot) throws Exception {
        tested();
        assertFalse(column(robot, "return_sampled").isVisible());
        robot.clickOn("#score-columns");
        robot.clickOn("#show-return_sampled");
        until(() -> column(robot, "return_sampled").isVisible());
    }

    @Test
    void theTableIsSavedAndCopied(FxRobot robot) throws Exception {
        tested();
        robot.clickOn("#export-table");
        robot.clickOn("#save-tex");
        until(() -> said.size() == 1);
        Path file = folder.resolve("demo-scores.tex");
        assertTrue(said.getFirst().contains(file.toString()), said.toString());
        assertTrue(Files.readString(file).contains("\\toprule"));

        robot.clickOn("#export-table");
        robot.clickOn("#copy-md");
        until(() -> said.size() == 2);
        String copied = WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().getString())
                .get();
        assertTrue(copied.startsWith("| Method | Success, greedy (%) |"), copied);
    }

    @Test
    void everyChartIsHandedToFigures(FxRobot robot) throws Exception {
        tested();
        until(() -> robot.lookup("#family-radar").query().getScene() != null);
        ComboBox<ResultTable.Column> choice = robot.lookup("#score-choice").queryComboBox();
        robot.interact(() -> choice.setValue(choice.getItems().get(1)));
        for (String chart : List.of("score-bars", "difference-bars", "family-radar", "family-bars")) {
            robot.interact(() -> robot.lookup("#export-" + chart).queryButton().fire());
        }
        BarFigure bars = (BarFigure) offered.get(0).figure();
        assertEquals("Success, sampled", bars.title());
        assertEquals(5, bars.groups().getFirst().bars().size());
        assertEquals("demo-scores-success-sampled", offered.get(0).suggestedName());
        assertEquals("demo", offered.get(0).provenance().get("run"));
        BarFigure differences = (BarFigure) offered.get(1).figure();
        assertTrue(differences.signed());
        assertEquals(
                List.of("DPR", "Continued SFT"),
                differences.groups().getFirst().bars().stream()
                        .map(BarFigure.Bar::name)
                        .toList());
        RadarFigure radar = (RadarFigure) offered.get(2).figure();
        assertEquals(11, radar.spokes().size());
        assertEquals(11, ((BarFigure) offered.get(3).figure()).groups().size());
    }

    @Test
    void methodsAndAnswersAreChosenForTheFamilies(FxRobot robot) throws Exception {
        tested();
        until(() -> !model.results().get().families().families().isEmpty());
        assertEquals(
                List.of("base", "sft", "dpr", "continued-sft"), model.compared().get());
        robot.interact(() -> robot.lookup("#families-greedy")
                .queryAs(javafx.scene.control.ToggleButton.class)
                .fire());
        assertEquals("greedy", model.way().get());
        robot.interact(() -> model.compared().set(List.of("sft", "dpr")));
        robot.interact(() -> robot.lookup("#export-family-radar").queryButton().fire());
        RadarFigure radar = (RadarFigure) offered.getFirst().figure();
        assertEquals(
                List.of("SFT", "DPR"),
                radar.rings().stream().map(RadarFigure.Ring::name).toList());
        assertEquals("Success by task family, greedy", radar.title());
    }

    @Test
    void withoutARunThePageIsEmpty(FxRobot robot) throws Exception {
        tested();
        robot.interact(() -> run.show(RunSnapshot.NOTHING));
        assertEquals(List.of(), rows());
        assertEquals("", legend());
        assertTrue(robot.lookup("#export-table")
                .queryAs(javafx.scene.control.MenuButton.class)
                .isDisabled());
    }

    private void tested() throws Exception {
        until(() -> model.results().get().tested() && !model.reading().get());
    }

    private void sortBy(FxRobot robot, String id, TableColumn.SortType type) {
        robot.interact(() -> {
            TableColumn<ResultTable.Row, ?> column = column(robot, id);
            column.setSortType(type);
            table(robot).getSortOrder().setAll(List.of(column));
        });
    }

    private static TableView<ResultTable.Row> table(FxRobot robot) {
        return robot.lookup("#scores").queryTableView();
    }

    private static TableColumn<ResultTable.Row, ?> column(FxRobot robot, String id) {
        return table(robot).getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows() {
        FxRobot robot = new FxRobot();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> table(robot).getItems().stream().map(ResultTable.Row::arm).toList());
    }

    private static String legend() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new FxRobot()
                .lookup("#results-legend")
                .queryAs(Prose.class)
                .getText());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
