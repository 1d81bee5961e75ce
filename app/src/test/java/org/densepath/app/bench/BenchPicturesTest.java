package org.densepath.app.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.WorkerCommand;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the page for a person to look at, in `target/pictures` or the folder of `densepath.pictures`, in
/// the size of `densepath.pictures.size`. The property `densepath.pictures.runs` names a folder of other runs, of
/// which the newest is shown.
@ExtendWith(ApplicationExtension.class)
class BenchPicturesTest {
    private static final Path PICTURES = Path.of(System.getProperty("densepath.pictures", "target/pictures"));
    private static final String[] SIZE =
            System.getProperty("densepath.pictures.size", "1280x800").split("x");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void everyTab(Appearance appearance) throws Exception {
        String runs = System.getProperty("densepath.pictures.runs");
        if (runs == null) {
            Path run = MadeBench.copy(home);
            MadeBench.judged(run);
            MadeBench.localised(run);
        } else {
            MadeBench.sample(home);
            Files.createSymbolicLink(home.resolve("runs"), Path.of(runs));
        }
        Workbench workbench = onWindow(() -> {
            Workbench made = new Workbench(home, WorkerCommand.MAIN, List.of(), Platform::runLater);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.start();
            return made;
        });
        try (workbench) {
            Scene scene =
                    onWindow(() -> new Scene(workbench.view(), Integer.parseInt(SIZE[0]), Integer.parseInt(SIZE[1])));
            until(() -> workbench.run().run().get().folder().isPresent());
            onWindow(() -> {
                workbench.navigator().show("answers");
                return scene.snapshot(null);
            });
            until(() -> !((TableView<?>) scene.lookup("#answers")).getItems().isEmpty());
            picture("answers", scene, appearance);
            onWindow(() -> {
                ((ToggleButton) scene.lookup("#relation-lost")).fire();
                ((ToggleButton) scene.lookup("#answers-credit")).fire();
                return null;
            });
            until(() -> scene.lookup("#answer-credit-base") != null);
            picture("answers-credit", scene, appearance);
            if (runs == null) {
                judged(scene, appearance);
            }
            tab(scene, 1);
            until(() -> !((ListView<?>) scene.lookup("#localise-examples"))
                    .getItems()
                    .isEmpty());
            picture("answers-localise", scene, appearance);
            onWindow(() -> {
                ((ComboBox<LocaliseChart>) scene.lookup("#localise-chart")).setValue(LocaliseChart.AUROC_TABLE);
                return null;
            });
            picture("answers-localise-table", scene, appearance);
            tab(scene, 2);
            until(() -> workbench.tasks().running().isEmpty());
            picture("answers-judges", scene, appearance);
        }
    }

    private static void judged(Scene scene, Appearance appearance) throws Exception {
        onWindow(() -> {
            ((ToggleButton) scene.lookup("#answers-credit")).fire();
            ((ToggleButton) scene.lookup("#relation-all")).fire();
            ComboBox<?> sets = (ComboBox<?>) scene.lookup("#answers-set");
            sets.getSelectionModel().selectLast();
            return null;
        });
        TableView<?> table = (TableView<?>) scene.lookup("#answers");
        until(() -> table.getItems().size() == MadeBench.PROMPTS);
        picture("answers-judged", scene, appearance);
    }

    private static void tab(Scene scene, int tab) {
        onWindow(() -> {
            ((TabPane) scene.lookup("#bench-tabs")).getSelectionModel().select(tab);
            return scene.snapshot(null);
        });
    }

    private static void picture(String name, Scene scene, Appearance appearance) throws Exception {
        File file = PICTURES.resolve(name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png")
                .toFile();
        file.getParentFile().mkdirs();
        // what is computed for a size is shown in the next picture
        for (int i = 0; i < 2; i++) {
            onWindow(() -> scene.snapshot(null));
        }
        onWindow(() -> ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file));
        assertTrue(file.length() > 15_000, "a picture of the page");
    }

    private static void until(BooleanSupplier then) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onWindow(then::getAsBoolean));
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
