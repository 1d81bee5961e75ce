package org.densepath.app.inspect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.scoring.ScorerListener;
import org.densepath.app.scoring.ServeScorer;
import org.densepath.app.shell.WorkbenchView;
import org.densepath.app.task.WorkerCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the inspector for a person to look at, in `target/pictures`: a token of the sample run, with its
/// models.
@ExtendWith(ApplicationExtension.class)
class InspectorPicturesTest {
    private static final SampleStep STEP = SampleStep.of(20);
    private static final ServeScorer SCORER = new ServeScorer(
            arguments -> WorkerCommand.of(SampleStep.HOME, WorkerCommand.MAIN, List.of(), arguments),
            ScorerListener.NOBODY);

    @AfterAll
    static void close() {
        SCORER.close();
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void aTokenWithItsModels(Appearance appearance) throws Exception {
        InspectorViewModel model = onWindow(() -> new InspectorViewModel(SCORER, Platform::runLater, _ -> {}));
        onWindow(() -> {
            model.show(STEP.place(4, 1));
            return null;
        });
        picture("inspector-asking", model, appearance, 720);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> model.answer().get().isPresent());
        picture("inspector", model, appearance, 720);
        onWindow(() -> {
            WordCredit other =
                    model.words().stream().filter(w -> !w.said()).findFirst().orElseThrow();
            model.replace(other.id(), other.text());
            return null;
        });
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> model.replacement().get().isPresent());
        onWindow(() -> {
            model.explaining().set(true);
            return null;
        });
        picture("inspector-explained", model, appearance, 1560);
    }

    private static void picture(String name, InspectorViewModel model, Appearance appearance, int height)
            throws Exception {
        File file = Path.of("target", "pictures", name + "-" + appearance.name().toLowerCase() + ".png")
                .toFile();
        file.getParentFile().mkdirs();
        onWindow(() -> {
            Application.setUserAgentStylesheet(appearance.stylesheet());
            InspectorView view = new InspectorView(model, new SimpleObjectProperty<>(appearance));
            Region left = new Region();
            HBox.setHgrow(left, Priority.ALWAYS);
            HBox page = new HBox(left, view);
            page.getStyleClass().addAll("workbench", "page");
            page.getStylesheets()
                    .add(WorkbenchView.class.getResource("workbench.css").toExternalForm());
            Scene scene = new Scene(page, 400, height);
            scene.snapshot(null);
            return ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        });
        assertTrue(file.length() > 10_000, "a picture of the inspector");
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
