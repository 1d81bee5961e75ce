package org.densepath.app.figures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeWorker;
import org.densepath.paint.Theme;
import org.densepath.paint.file.WidthPreset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the page for a person to look at, in `target/pictures`.
@ExtendWith(ApplicationExtension.class)
class FiguresPicturesTest {
    @TempDir
    Path home;

    @BeforeEach
    void sample() throws Exception {
        Path root = Path.of(System.getProperty("densepath.root", "..")).toAbsolutePath();
        Files.createSymbolicLink(home.resolve("sample-data"), root.resolve("sample-data"));
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void aHeatmapAcrossTwoColumns(Appearance appearance) throws Exception {
        picture("figures-heatmap", appearance, 1280, 800, _ -> {});
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void curvesInOneColumn(Appearance appearance) throws Exception {
        picture("figures-curves", appearance, 1280, 800, model -> {
            model.chosen().set(model.figures().get(1));
            model.width.set(WidthPreset.COLUMN.millimetres());
        });
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void barsForASlide(Appearance appearance) throws Exception {
        picture("figures-slide", appearance, 1920, 1080, model -> {
            model.add(ListedFigure.offered(new FigureOffer(
                    model.figures().get(3).offer().figure().withTitle("Pinned tokens"), Map.of("run", "a"), "pinned")));
            model.chosen().set(model.figures().getLast());
            model.width.set(WidthPreset.SLIDE.millimetres());
            model.theme.set(Theme.SLIDE);
        });
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void theSmallestWindow(Appearance appearance) throws Exception {
        picture("figures-small", appearance, 1000, 700, model -> model.theme.set(Theme.DARK));
    }

    private void picture(String name, Appearance appearance, int width, int height, Consumer<FiguresViewModel> setting)
            throws Exception {
        Workbench workbench = onWindow(() -> {
            Workbench made = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.navigator().show(FiguresPage.ID);
            made.start();
            return made;
        });
        try (workbench) {
            FiguresViewModel model = workbench.figures().model();
            // a page is in the scene, and reads the run, once the window around it has its skins
            Scene scene = onWindow(() -> {
                Scene made = new Scene(workbench.view(), width, height);
                made.snapshot(null);
                return made;
            });
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> model.figures().size() >= 5);
            onWindow(() -> {
                setting.accept(model);
                return scene;
            });
            picture(scene, name, appearance);
        }
    }

    private static void picture(Scene scene, String name, Appearance appearance) throws Exception {
        File file = Path.of("target", "pictures", name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png")
                .toFile();
        file.getParentFile().mkdirs();
        onWindow(() -> {
            scene.snapshot(null);
            return scene.snapshot(null);
        });
        onWindow(() -> ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file));
        assertTrue(file.length() > 20_000, "a picture of the page");
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
