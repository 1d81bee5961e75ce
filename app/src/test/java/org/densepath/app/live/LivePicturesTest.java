package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.Notices;
import org.densepath.app.task.WorkerCommand;
import org.densepath.run.Event;
import org.densepath.run.RunLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the page for a person to look at, in `target/pictures`.
@ExtendWith(ApplicationExtension.class)
class LivePicturesTest {
    private static final Path SAMPLE = Path.of(System.getProperty("densepath.root", ".."))
            .resolve("sample-data")
            .resolve("run");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void theSampleRunsMainCharts(Appearance appearance) throws Exception {
        picture("live-main", SAMPLE, appearance, 1148, 700, model -> model.pointer()
                .set(java.util.Optional.of(new LiveViewModel.Pointer("dpr", 23))));
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void allChartsUnderTheirHeadings(Appearance appearance) throws Exception {
        picture("live-all", SAMPLE, appearance, 1148, 700, model -> model.choices()
                .charts()
                .set(ChartChoice.ALL));
    }

    @Test
    void oneChartLargeOverTimeWithLogarithms() throws Exception {
        picture("live-large", SAMPLE, Appearance.LIGHT, 1148, 700, model -> {
            model.choices().axis().set(XAxis.TIME);
            model.choices().logY().set(true);
            model.enlarged().set("dpr/kl_sft");
        });
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void aRunningRunWithWarnings(Appearance appearance) throws Exception {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "demo");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.begin(17);
            run.tell(new Event.Warning(
                    "dpr",
                    "dpr",
                    1,
                    14,
                    "The entropy has risen by 40 % since the start",
                    "raise dpr.klCoefficient",
                    "dpr/entropy",
                    0.6,
                    0.5));
            picture("live-running", run.folder().path(), appearance, 1148, 700, model -> model.run()
                    .askToAbort());
        }
    }

    @Test
    void threeSeedsAndAnotherRun() throws Exception {
        Path seeds = MadeRuns.seeds(home.resolve("runs"), "seeds", 3, 200);
        Path other = MadeRuns.seeds(home.resolve("runs"), "other", 1, 150);
        picture("live-overlay", seeds, Appearance.LIGHT, 1148, 700, model -> {
            model.overlay(List.of(other));
            WaitForAsyncUtils.waitForFxEvents();
        });
    }

    private void picture(
            String name, Path folder, Appearance appearance, int width, int height, Consumer<LiveViewModel> first)
            throws Exception {
        RunReading reading = new RunReading(folder);
        reading.poll();
        Preferences preferences = Preferences.open(home.resolve("preferences.json"));
        Overlays overlays = new Overlays(Platform::runLater);
        LiveViewModel model = onWindow(() -> {
            Application.setUserAgentStylesheet(appearance.stylesheet());
            RunViewModel run =
                    new RunViewModel(home, _ -> null, a -> WorkerCommand.of(home, WorkerCommand.MAIN, List.of(), a));
            run.show(reading.snapshot());
            return new LiveViewModel(run, preferences, overlays);
        });
        try (overlays;
                preferences) {
            LivePage page = onWindow(() -> new LivePage(
                    model,
                    new SimpleObjectProperty<>(appearance),
                    preferences,
                    _ -> {},
                    _ -> {},
                    () -> {},
                    new Notices()));
            onWindow(() -> {
                first.accept(model);
                return null;
            });
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> onWindow(
                            () -> model.runs().size() == 1 + model.overlaid().size()));
            File file = Path.of(
                            "target", "pictures", name + "-" + appearance.name().toLowerCase() + ".png")
                    .toFile();
            Files.createDirectories(file.getParentFile().toPath());
            Scene scene = onWindow(() -> {
                StackPane root = new StackPane(page);
                root.getStyleClass().add("workbench");
                root.getStylesheets()
                        .add(org.densepath.app.shell.WorkbenchView.class
                                .getResource("workbench.css")
                                .toExternalForm());
                Scene made = new Scene(root, width, height);
                made.snapshot(null);
                model.pointer().get().ifPresent(_ -> ((ChartCell) made.lookup("#chart-dpr-heldout_success"))
                        .setPointed(true));
                return made;
            });
            WaitForAsyncUtils.waitForFxEvents();
            onWindow(() -> {
                page.lookupAll(".chart").forEach(cell -> ((ChartCell) cell).point());
                scene.snapshot(null);
                return ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
            });
            assertTrue(file.length() > 20_000, "a picture of the page");
        }
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
