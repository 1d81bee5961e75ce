package org.densepath.app.rollouts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.densepath.app.corpus.Bar;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.densepath.app.task.FolderCopy;
import org.densepath.run.query.Corpus;
import org.densepath.run.query.CorpusPart;
import org.densepath.run.query.TokenClass;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the pages of all responses and of all tokens, over the sample run, in `target/pictures`.
@ExtendWith(ApplicationExtension.class)
class RolloutsPicturesTest {
    private static final Path ROOT = Path.of(System.getProperty("densepath.root", ".."));

    @TempDir
    Path home;

    private Workbench workbench;
    private Scene scene;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void rollouts(Appearance appearance) throws Exception {
        show(appearance, "rollouts");
        until(() -> workbench.rollouts().lines().get().size() > 100
                && !workbench.rollouts().busy().get());
        on(() -> {
            workbench.rollouts().best();
            return true;
        });
        until(() -> workbench.rollouts().comparison().beside().get().size() > 1);
        picture("rollouts", appearance);
        on(() -> {
            workbench.rollouts().grouped().set(true);
            return true;
        });
        until(() -> workbench.rollouts().lines().get().grouped());
        on(() -> {
            RolloutLines lines = workbench.rollouts().lines().get();
            lines.toggle(lines.get(1));
            return true;
        });
        picture("rollouts-grouped", appearance);
        workbench.close();
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void onePromptOverTheSteps(Appearance appearance) throws Exception {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "twelve-steps")) {
            run.begin(1);
            for (int step = 2; step <= 12; step++) {
                run.dprStep(step);
                run.rollouts(step);
            }
        }
        show(appearance, "rollouts");
        until(() -> workbench.rollouts().lines().get().size() > 100
                && !workbench.rollouts().busy().get());
        on(() -> {
            workbench.rollouts().best();
            return true;
        });
        until(() -> workbench.rollouts().comparison().beside().get().size() > 2);
        picture("rollouts-compare", appearance);
        workbench.close();
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void corpus(Appearance appearance) throws Exception {
        show(appearance, "corpus");
        until(() -> workbench.corpus().corpus().get().isPresent()
                && !workbench.corpus().reading().get());
        picture("corpus", appearance);
        on(() -> {
            Corpus.ClassReward digits = workbench.corpus().corpus().get().orElseThrow().classes().stream()
                    .filter(one -> one.kind() == TokenClass.DIGITS)
                    .findFirst()
                    .orElseThrow();
            workbench
                    .corpus()
                    .open(new Bar(
                            "Digits", digits.kind().meaning(), new CorpusPart.Kind(digits.kind()), digits.reward()));
            return true;
        });
        until(() -> !workbench.corpus().examples().get().isEmpty());
        picture("corpus-examples", appearance);
        workbench.close();
    }

    private void show(Appearance appearance, String page) throws Exception {
        Path sample = home.resolve("sample-data").resolve("run");
        FolderCopy.of(ROOT.resolve("sample-data").resolve("run"), sample, path -> !path.toString()
                .endsWith(".safetensors"));
        workbench = on(() -> {
            Workbench made = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.start();
            made.navigator().show(page);
            scene = new Scene(made.view(), 1280, 800);
            return made;
        });
    }

    private void picture(String name, Appearance appearance) throws Exception {
        File file = Path.of("target", "pictures", name + "-" + appearance.name().toLowerCase() + ".png")
                .toFile();
        file.getParentFile().mkdirs();
        on(() -> scene.snapshot(null));
        // what came into sight is read
        Thread.sleep(700);
        on(() -> scene.snapshot(null));
        on(() -> ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file));
        assertTrue(file.length() > 20_000, "a picture of the page");
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> on(condition));
    }

    private static <T> T on(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
