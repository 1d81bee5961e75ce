package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
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
class PicturesTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void aFinishedRunFillsThePage(Appearance appearance) throws Exception {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "demo")) {
            run.whole();
        }
        picture("finished", appearance, 1280, 800, true);
        picture("finished-small", appearance, 1000, 700, true);
    }

    @Test
    void anEmptyPageSaysWhatToDo() throws Exception {
        picture("empty", Appearance.LIGHT, 1280, 800, false);
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void aRunningRunTellsItsProgress(Appearance appearance) throws Exception {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "demo");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.begin(17);
            picture("running", appearance, 1280, 800, true);
        }
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void anotherRunIsChosenFromTheRecentOnes(Appearance appearance) throws Exception {
        try (FakeRun older = FakeRun.create(home.resolve("runs"), "kl-0.5");
                FakeRun run = FakeRun.create(home.resolve("runs"), "demo");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            older.whole();
            run.begin(17);
            picture("switcher", appearance, 1280, 800, true, workbench -> workbench
                    .view()
                    .showRuns());
        }
    }

    @Test
    void anInterruptedRunOffersToResume() throws Exception {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "demo")) {
            run.begin(17);
            run.tell(new Event.Warning(
                    "dpr",
                    "dpr",
                    1,
                    17,
                    "The entropy has risen by 40 % since the start",
                    "raise dpr.klCoefficient",
                    "dpr/entropy",
                    0.6,
                    0.5));
            picture("interrupted", Appearance.LIGHT, 1000, 700, true);
        }
    }

    private void picture(String name, Appearance appearance, int width, int height, boolean filled) throws Exception {
        picture(name, appearance, width, height, filled, _ -> {});
    }

    private void picture(
            String name, Appearance appearance, int width, int height, boolean filled, Consumer<Workbench> first)
            throws Exception {
        Workbench workbench = onWindow(() -> {
            Workbench made = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.start();
            return made;
        });
        try (workbench) {
            if (filled) {
                WaitForAsyncUtils.waitFor(
                        20,
                        TimeUnit.SECONDS,
                        () -> workbench.tokens().response().isPresent());
            }
            File file = Path.of(
                            "target", "pictures", name + "-" + appearance.name().toLowerCase() + ".png")
                    .toFile();
            file.getParentFile().mkdirs();
            onWindow(() -> {
                Scene scene = new Scene(workbench.view(), width, height);
                scene.snapshot(null);
                first.accept(workbench);
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
