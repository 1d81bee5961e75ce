package org.densepath.app.launch;

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
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the form for a person to look at, in `target/pictures`.
@ExtendWith(ApplicationExtension.class)
class LaunchPicturesTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void theDemoIsReady(Appearance appearance) throws Exception {
        picture("launch", appearance, 1280, 800, model -> {});
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void wrongValuesAreToldBesideTheirFields(Appearance appearance) throws Exception {
        picture("launch-wrong", appearance, 1280, 800, model -> {
            Form form = model.form();
            form.field("model.path").text().set("/models/nowhere");
            form.field("sft.batchSize").text().set("many");
            form.field("sft.adam.beta2").text().set("1.5");
            form.field("dpr.samples").text().set("1");
            form.field("data.heldOut").text().set("sample:demonstrations-tasks.jsonl");
        });
    }

    @Test
    void theRestOfTheForm() throws Exception {
        picture("launch-whole", Appearance.LIGHT, 1280, 2350, model -> {
            model.form().field("dpr.klForm").text().set("k3");
            model.form().field("dpr.steps").text().set("100");
        });
        picture("launch-small", Appearance.LIGHT, 1000, 700, model -> {});
        picture("launch-empty", Appearance.LIGHT, 1280, 800, model -> model.begin(Base.PRESETS.get(2)));
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void hoveringTellsTheMeaning(Appearance appearance) throws Exception {
        File file = Path.of(
                        "target",
                        "pictures",
                        "launch-meaning-" + appearance.name().toLowerCase() + ".png")
                .toFile();
        Files.createDirectories(file.getParentFile().toPath());
        onWindow(() -> {
            Application.setUserAgentStylesheet(appearance.stylesheet());
            Form form = new Form(home, () -> {});
            form.begin(Base.PRESETS.getFirst());
            Tooltip tooltip = MeaningTooltip.of(form.field("dpr.baseline"));
            StackPane shown = new StackPane(tooltip.getGraphic());
            shown.getStyleClass().add("tooltip");
            shown.getStylesheets()
                    .add(LaunchPage.class.getResource("launch.css").toExternalForm());
            Scene scene = new Scene(shown, 420, 240);
            return ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        });
        assertTrue(file.length() > 4_000, "a picture of the tooltip");
    }

    private void picture(String name, Appearance appearance, int width, int height, Consumer<LaunchViewModel> change)
            throws Exception {
        Workbench workbench = onWindow(() -> {
            Workbench made = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            made.appearance().wish().set(AppearanceChoice.Wish.valueOf(appearance.name()));
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.start();
            made.navigator().show(LaunchPage.ID);
            change.accept(made.launch());
            return made;
        });
        try (workbench) {
            LaunchViewModel model = workbench.launch();
            boolean estimated = !name.contains("wrong") && !name.contains("empty");
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> onWindow(() -> model.preview().get().isPresent()
                            && (!estimated || model.estimate().get().time().isPresent())));
            Thread.sleep(600);
            File file = Path.of(
                            "target", "pictures", name + "-" + appearance.name().toLowerCase() + ".png")
                    .toFile();
            Files.createDirectories(file.getParentFile().toPath());
            onWindow(() -> {
                Scene scene = new Scene(workbench.view(), width, height);
                scene.snapshot(null);
                if (name.contains("whole")) {
                    ((Hyperlink) scene.lookup("#more-model")).fire();
                }
                return ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
            });
            assertTrue(file.length() > 20_000, "a picture of the page");
        }
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
