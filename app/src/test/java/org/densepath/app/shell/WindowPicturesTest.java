package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.task.FakeWorker;
import org.densepath.app.task.FolderCopy;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of every page over the sample run, for a person to look at and for the guide: in
/// `target/pictures/window`, or in the folder that the property `densepath.pictures` names, in the size of
/// `densepath.pictures.size`.
@ExtendWith(ApplicationExtension.class)
class WindowPicturesTest {
    private static final Path ROOT = Path.of(System.getProperty("densepath.root", ".."));
    private static final Path PICTURES = Path.of(System.getProperty("densepath.pictures", "target/pictures/window"));
    /// `1280x800` where nothing else is wished.
    private static final String[] SIZE =
            System.getProperty("densepath.pictures.size", "1280x800").split("x");
    /// The main class of the workers; `org.densepath.cli.DensePath` fills the inspector too.
    private static final String WORKER = System.getProperty("densepath.pictures.worker", FakeWorker.class.getName());
    private static final int TOKEN = 2;
    private static final long SETTLES_MILLIS = 2500;

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void everyPage(Appearance appearance) throws Exception {
        FolderCopy.of(ROOT.resolve("sample-data"), home.resolve("sample-data"));
        Workbench workbench = onWindow(() -> {
            Workbench made = new Workbench(home, WORKER, List.of(), Platform::runLater);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.start();
            return made;
        });
        try (workbench) {
            Scene scene =
                    onWindow(() -> new Scene(workbench.view(), Integer.parseInt(SIZE[0]), Integer.parseInt(SIZE[1])));
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> workbench.tokens().response().isPresent());
            for (Page page : Stream.concat(workbench.pages().main().stream(), workbench.pages().below().stream())
                    .toList()) {
                onWindow(() -> {
                    workbench.navigator().show(page.id());
                    return scene.snapshot(null);
                });
                if (page.id().equals("tokens")) {
                    point(workbench);
                }
                // pages read in the background once they are shown
                Thread.sleep(SETTLES_MILLIS);
                onWindow(() -> scene.snapshot(null));
                File file = PICTURES.resolve(page.id() + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png")
                        .toFile();
                file.getParentFile().mkdirs();
                WritableImage image = onWindow(() -> scene.snapshot(null));
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
                assertTrue(file.length() > 15_000, "a picture of " + page.title());
            }
        }
    }

    /// At a token of the shown response, as the pointer would.
    private static void point(Workbench workbench) throws Exception {
        onWindow(() -> {
            new PointedToken(workbench.tokens(), workbench.inspector())
                    .pointed(
                            workbench.tokens().response().orElseThrow(),
                            TOKEN,
                            workbench.places().sample());
            return null;
        });
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> !workbench.inspector().asking().get());
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
