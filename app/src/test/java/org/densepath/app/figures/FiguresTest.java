package org.densepath.app.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.densepath.app.action.Actions;
import org.densepath.app.action.Navigator;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.live.RunWatch;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.paint.CreditedText;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.Theme;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureFormat;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.font.Typeface;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The page of figures, as a person uses it.
@ExtendWith(ApplicationExtension.class)
class FiguresTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data/run");

    private final List<Notices.Notice> said = new ArrayList<>();
    private final Navigator navigator = new Navigator();
    private Path home;
    private Path folder;
    private Preferences preferences;
    private Tasks tasks;
    private RunWatch watch;
    private FiguresPage page;

    @Start
    void open(Stage stage) throws Exception {
        home = Files.createTempDirectory("densepath-figures");
        folder = Files.createDirectories(home.resolve("paper"));
        preferences = Preferences.open(home.resolve("preferences.json"));
        tasks = new Tasks(Platform::runLater);
        Notices notices = new Notices();
        notices.shownBy(said::add);
        RunViewModel run = new RunViewModel(home.resolve("runs"), _ -> null, _ -> null);
        watch = new RunWatch(home.resolve("runs"), SAMPLE, Platform::runLater, run::show);
        run.watchedBy(watch);
        FileChoice choice = new FileChoice() {
            @Override
            public Optional<Path> save(FigureFormat format, Optional<Path> from, String name) {
                return Optional.of(folder.resolve(name));
            }

            @Override
            public Optional<Path> open(Optional<Path> from) {
                return Optional.of(folder.resolve("old.svg"));
            }
        };
        page = new FiguresPage(run, navigator, new Actions(), tasks, notices, preferences, choice);
        BorderPane root = new BorderPane(page);
        root.getStyleClass().add("workbench");
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        stage.setScene(new Scene(root, 1000, 760));
        stage.show();
        watch.start();
    }

    @AfterEach
    void close() {
        watch.close();
        tasks.close();
        preferences.close();
    }

    private void listed() throws Exception {
        until(() -> page.model().figures().size() >= 5 && page.model().result().get() != null);
    }

    private KeptFigure saved(String name) throws Exception {
        Path file = folder.resolve(name);
        until(() -> Files.exists(file));
        return FigureFile.read(file);
    }

    @Test
    void aPersonExportsEveryFormat(FxRobot robot) throws Exception {
        listed();
        assertEquals("heatmap-dpr-seed-1", page.model().chosen().get().offer().suggestedName());
        for (FigureFormat format : FigureFormat.values()) {
            robot.clickOn("#export-" + format.extension());
            KeptFigure file = saved("heatmap-dpr-seed-1." + format.extension());
            assertEquals("40", file.provenance().get("step"), format.label());
            assertEquals(page.model().result().get().settings(), file.settings());
        }
        until(() -> said.size() == FigureFormat.values().length);
        assertTrue(said.stream().noneMatch(Notices.Notice::problem));
        assertEquals("Show in folder", said.getFirst().offer().orElseThrow().label());
    }

    @Test
    void aFullDiskIsSaidAndTheNextDiskIsWritten(FxRobot robot) throws Exception {
        listed();
        Path usual = folder;
        Configuration small = Configuration.unix().toBuilder()
                .setMaxSize(16_384)
                .setWorkingDirectory("/disk")
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            folder = disk.getPath("/disk");
            robot.clickOn("#export-png");
            until(() -> !said.isEmpty());
            assertTrue(said.getFirst().problem());
            assertEquals(
                    "Cannot write /disk/heatmap-dpr-seed-1.png: the disk is full. Free space on that disk, or choose"
                            + " another folder.",
                    said.getFirst().text());
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(List.of(), left.toList());
            }
        }
        folder = usual;
        robot.clickOn("#export-png");
        assertEquals("40", saved("heatmap-dpr-seed-1.png").provenance().get("step"));
    }

    @Test
    void theLookIsChosenAndRemembered(FxRobot robot) throws Exception {
        listed();
        robot.clickOn("#width-column");
        robot.interact(() -> {
            robot.lookup("#figure-theme").<ChoiceBox<Theme>>query().setValue(Theme.DARK);
            robot.lookup("#figure-font").<ChoiceBox<Typeface>>query().setValue(Typeface.SERIF);
            robot.lookup("#figure-palette").<ChoiceBox<String>>query().setValue("purple-green");
        });
        robot.clickOn("#figure-with-title");
        robot.clickOn("#export-svg");
        KeptFigure file = saved("heatmap-dpr-seed-1.svg");
        assertEquals(84, file.settings().size().widthMillimetres());
        assertEquals(Theme.DARK, file.settings().theme());
        assertEquals(Typeface.SERIF, file.settings().typeface());
        assertEquals("", file.figure().title());
        assertEquals("Reward of each token, step 40", file.provenance().get("title"));
        assertEquals("PURPLE_GREEN", ((HeatmapFigure) file.figure()).colours().name());

        FiguresViewModel again = new FiguresViewModel(preferences);
        assertEquals(84, again.width.get());
        assertEquals(Theme.DARK, again.theme.get());
        assertFalse(again.withTitle.get());
    }

    @Test
    void aWidthThatIsNoneIsNotTaken(FxRobot robot) throws Exception {
        listed();
        robot.clickOn("#width-two-columns");
        robot.doubleClickOn("#figure-width").write("wide");
        assertEquals(174, page.model().width.get());
        robot.interact(() -> robot.lookup("#figure-width").<TextField>query().setText("120.5"));
        assertEquals(120.5, page.model().width.get());
    }

    @Test
    void theCaptionNamesTheRunAndCanBeWrittenAnew(FxRobot robot) throws Exception {
        listed();
        StyleClassedTextArea caption = robot.lookup("#figure-caption").query();
        assertTrue(caption.getText().startsWith("Run demo, arm dpr, step 40, seed 1"), caption.getText());
        robot.interact(() -> caption.replaceText("Mine."));
        assertEquals("Mine.", page.model().result().get().figure().caption());
        robot.clickOn("#copy-caption");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().getString());
        assertEquals("Mine.", copied);
        robot.clickOn("#reset-caption");
        assertTrue(caption.getText().startsWith("Run demo"));
        robot.interact(
                () -> robot.lookup("#figure-with-caption").<CheckBox>query().fire());
        assertEquals("", page.model().result().get().figure().caption());
        assertTrue(page.model().result().get().provenance().get("caption").startsWith("Run demo"));
    }

    @Test
    void aFigureOfAnotherPageIsShownFirst(FxRobot robot) throws Exception {
        listed();
        HeatmapFigure figure = HeatmapFigure.of(
                "Pinned tokens", "reward", List.of(new CreditedText("", List.of("a", " b"), new float[] {1, -1})));
        robot.interact(() -> page.accept(new FigureOffer(figure, Map.of("run", "mine", "step", "7"), "pinned")));
        assertEquals(FiguresPage.ID, navigator.page().get());
        ListView<ListedFigure> list = robot.lookup("#figures").query();
        assertEquals("pinned", list.getItems().getFirst().offer().suggestedName());
        assertEquals(0, list.getSelectionModel().getSelectedIndex());
        robot.clickOn("#export-csv");
        assertEquals("7", saved("pinned.csv").provenance().get("step"));
    }

    @Test
    void anExportedFigureIsOpenedAgainWithItsSettings(FxRobot robot) throws Exception {
        listed();
        KeptFigure old = page.model().result().get();
        Files.writeString(
                folder.resolve("old.svg"),
                new String(FigureFile.bytes(
                        old.with(old.settings().withTheme(Theme.SLIDE).withTypeface(Typeface.MONO)),
                        FigureFormat.SVG)));
        robot.clickOn("#open-figure");
        until(() -> page.model().chosen().get().origin() == ListedFigure.Origin.OPENED);
        assertEquals(Theme.SLIDE, page.model().theme.get());
        assertEquals(old.figure().caption(), page.model().caption.get());
    }

    @Test
    void aPictureAndTheLatexAreCopied(FxRobot robot) throws Exception {
        listed();
        robot.clickOn("#copy-picture");
        until(() -> said.stream().anyMatch(n -> n.text().startsWith("The picture")));
        assertTrue(WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().hasImage()));
        robot.clickOn("#copy-latex");
        until(() -> said.stream().anyMatch(n -> n.text().startsWith("The LaTeX")));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldInASentence(FxRobot robot) throws Exception {
        listed();
        folder = home.resolve("gone");
        robot.clickOn("#export-png");
        until(() -> !said.isEmpty());
        assertTrue(said.getFirst().problem());
        assertEquals(
                "Cannot write " + folder.resolve("heatmap-dpr-seed-1.png")
                        + ": there is no such folder. Choose another folder.",
                said.getFirst().text());
    }

    @Test
    void everyFigureOfARunIsWrittenAtOnce(FxRobot robot) throws Exception {
        listed();
        // not into the sample: its folder is the project's own
        robot.interact(() -> page.model().run().set(home));
        robot.interact(() -> robot.lookup("#export-all")
                .<MenuButton>query()
                .getItems()
                .getFirst()
                .fire());
        until(() -> said.stream().anyMatch(n -> n.text().contains("files are in")));
        long figures = page.model().figures().stream()
                .filter(f -> f.origin() == ListedFigure.Origin.RUN)
                .count();
        try (var files = Files.list(home.resolve("figures"))) {
            assertEquals(2 * figures, files.count());
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
