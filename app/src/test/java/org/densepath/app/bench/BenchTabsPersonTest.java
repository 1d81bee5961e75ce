package org.densepath.app.bench;

import static org.densepath.app.bench.BenchWindow.onWindow;
import static org.densepath.app.bench.BenchWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person before the pages of localisation and of judges.
@ExtendWith(ApplicationExtension.class)
class BenchTabsPersonTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void stage(Stage given) {
        stage = given;
    }

    @Test
    void whatWasMeasuredIsReadFilteredPointedAtAndExported(FxRobot robot) throws Exception {
        MadeBench.localised(MadeBench.copy(home));
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            robot.clickOn("Localisation");
            until(() -> window.isThere("#localise-count")
                    && window.text("#localise-count").equals("40 pairs"));
            assertTrue(window.heard("#localise-summary").startsWith("40 wrong answers to 40 prompts."));
            robot.clickOn("#localise-located").clickOn("Missed by r̂");
            until(() -> window.text("#localise-count").equals("10 pairs"));
            robot.clickOn("#localise-kind").clickOn("Error: number");
            until(() -> window.text("#localise-count").equals("10 pairs"));
            ListView<Localised.Example> list =
                    robot.lookup("#localise-examples").query();
            assertTrue(
                    list.getItems().stream().allMatch(one -> one.pair().kind().equals("number") && !one.located()));
            robot.clickOn("#localise-pair").push(KeyCode.HOME);
            until(() -> window.text("#localise-reading").startsWith("Right “ 0” r̂ +0.100"));

            robot.clickOn("#localise-chart").clickOn("AUROC, table");
            TableView<String> table = robot.lookup("#localise-table").query();
            until(() -> table.isVisible() && table.getItems().size() == 3);
            assertEquals("[all, name, number]", table.getItems().toString());
            robot.clickOn("#export-pair");
            window.untilOn("figures");
        }
    }

    @Test
    void itIsMeasuredInAWorkerWhereNothingIsThere(FxRobot robot) throws Exception {
        Path run = MadeBench.copy(home);
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            robot.clickOn("Localisation");
            until(() -> window.isThere("#localise-empty-copy")
                    && window.text("#localise-empty-command").contains("bench localise"));
            robot.clickOn("#localise-empty-copy");
            String command = onWindow(() -> Clipboard.getSystemClipboard().getString());
            assertTrue(command.startsWith("packaging/densepath bench localise -m " + run + ":sft -r " + run));
            assertTrue(command.endsWith("-o " + run.resolve("bench/localise")), command);
            robot.clickOn("#localise-measure");
            until(() -> window.isThere("#localise-cancel"));
            until(() -> window.text("#localise-count").equals("1,253 pairs"));
            assertTrue(Files.isRegularFile(run.resolve("bench/localise/scores.json")));
            assertTrue(window.heard("#localise-summary").contains("AUROC 0.675 [0.656, 0.691]"));
        }
    }

    @Test
    void aDamagedMeasurementIsSaidInOneSentence(FxRobot robot) throws Exception {
        Path run = MadeBench.copy(home);
        MadeBench.localised(run);
        Files.writeString(run.resolve("bench/localise/tokens.jsonl"), "{\"key\": 1}\n");
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            robot.clickOn("Localisation");
            until(() -> window.text("#localise-problem").contains("tokens.jsonl, line 1, is damaged"));
            robot.clickOn("#page-runs");
            window.untilOn("runs");
        }
    }

    @Test
    void judgesAreAuditedAndComparedAndTheirBarsExported(FxRobot robot) throws Exception {
        MadeBench.judged(MadeBench.copy(home));
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            robot.clickOn("Judges");
            TableView<JudgeAudits.Line> table = robot.lookup("#audit").query();
            until(() -> table.getItems().size() == 2);
            assertEquals("DPR, seed 1", table.getItems().getFirst().answers());
            String flips = onWindow(() -> table.getColumns().stream()
                    .map(column -> column.getCellData(0).toString())
                    .filter(text -> text.startsWith("23.1 %"))
                    .findFirst()
                    .orElse(""));
            assertTrue(flips.startsWith("23.1 %\n["), flips);
            assertTrue(window.isThere("judge-a and judge-b: same winner"));
            assertTrue(window.isThere("judge-a and judge-b: Cohen's kappa"));
            robot.clickOn("#export-audit");
            window.untilOn("figures");
        }
    }

    @Test
    void aRunThatNoJudgeHasSeenSaysHowToAskOne(FxRobot robot) throws Exception {
        MadeBench.sample(home);
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            robot.clickOn("Judges");
            until(() -> window.isThere("#audit-empty")
                    && window.text("#audit-empty").startsWith("No judge has judged"));
            assertTrue(window.text("#audit-empty-command").contains("bench judge lima"));
            assertFalse(robot.lookup("#audit").query().getParent().isVisible());
        }
    }
}
