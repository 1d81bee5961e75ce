package org.densepath.app.pair;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.scoring.Role;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.shell.Workbench;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the page for a person to look at, in `target/pictures`, with the sample run's models. The property
/// `densepath.pictures.runs` names a folder of other runs, of which the newest is shown.
@ExtendWith(ApplicationExtension.class)
class PairPicturesTest {
    private static final String PROMPT = "What is 47 + 38? Show the steps.";
    private static final String RIGHT = " 7 + 8 = 15. 4 + 3 + 1 = 8. Answer: 85";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void anAnswerAndItsEdit(Appearance appearance) throws Exception {
        Workbench workbench = onWindow(() -> {
            String runs = System.getProperty("densepath.pictures.runs");
            if (runs != null && !Files.exists(home.resolve("runs"))) {
                Files.createSymbolicLink(home.resolve("runs"), Path.of(runs));
            }
            Workbench made = SampleWindow.in(home);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.navigator().show("pair");
            made.start();
            return made;
        });
        PairViewModel model = workbench.pair();
        try (workbench) {
            until(() -> !model.models().name(Role.SFT).get().isEmpty());
            // a text area that no window shows draws its first text only
            onWindow(() -> {
                model.prompt().set(PROMPT);
                return null;
            });
            picture("pair-empty", workbench, appearance, 0);
            score(model, RIGHT);
            picture("pair-one", workbench, appearance, 0);
            score(model, RIGHT.replace(": 85", ": 75"));
            onWindow(() -> {
                model.answer().set(RIGHT.replace(": 85", ": 755 or so"));
                return null;
            });
            picture("pair-edited", workbench, appearance, 0);
            score(model, " 7 + 8 = 15. 4 + 3 = 7.\nAnswer: 75");
            picture("pair-rewritten", workbench, appearance, 0);
            picture("pair-steps", workbench, appearance, 1);
            picture("pair-references", workbench, appearance, 2);
        }
    }

    private static void score(PairViewModel model, String answer) throws Exception {
        onWindow(() -> {
            model.prompt().set(PROMPT);
            model.answer().set(answer);
            model.score();
            return null;
        });
        until(() -> model.task().get().isEmpty());
        assertTrue(onWindow(() -> model.problem().get()).isEmpty());
    }

    private static void picture(String name, Workbench workbench, Appearance appearance, int tab) throws Exception {
        File file = Path.of("target", "pictures", name + "-" + appearance.name().toLowerCase() + ".png")
                .toFile();
        file.getParentFile().mkdirs();
        Scene scene = onWindow(() -> {
            Scene made = workbench.view().getScene();
            return made == null ? new Scene(workbench.view(), 1280, 800) : made;
        });
        // skins, and with them the page's nodes, come with the first pictures
        for (int i = 0; i < 2; i++) {
            onWindow(() -> scene.snapshot(null));
        }
        onWindow(() -> {
            ((TabPane) workbench.view().lookup("#pair-tabs"))
                    .getSelectionModel()
                    .select(tab);
            return null;
        });
        until(() -> workbench.tasks().running().isEmpty());
        onWindow(() -> {
            scene.snapshot(null);
            return ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        });
        assertTrue(file.length() > 20_000, "a picture of the page");
    }

    private static void until(BooleanSupplier then) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onWindow(then::getAsBoolean));
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
