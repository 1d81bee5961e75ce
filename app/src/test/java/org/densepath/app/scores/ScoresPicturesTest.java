package org.densepath.app.scores;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.densepath.app.live.RunReadings;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.paint.Appearance;
import org.densepath.app.shell.WorkbenchView;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.WorkerCommand;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the whole page Scores, however high it is, in `target/pictures` or the folder of the property
/// `densepath.pictures`: over the sample run, or the run that `densepath.pictures.run` names, as wide as
/// `densepath.pictures.width` says.
@ExtendWith(ApplicationExtension.class)
class ScoresPicturesTest {
    private static final Path ROOT = Path.of(System.getProperty("densepath.root", ".."));
    private static final Path RUN = Path.of(System.getProperty(
            "densepath.pictures.run", ROOT.resolve("sample-data/run").toString()));
    private static final Path PICTURES = Path.of(System.getProperty("densepath.pictures", "target/pictures"));
    private static final int WIDTH = Integer.getInteger("densepath.pictures.width", 1148);
    private static final int MOST_HEIGHT = 4000;

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void theWholePage(Appearance appearance) throws Exception {
        File file = PICTURES.resolve("scores-whole-" + appearance.name().toLowerCase(Locale.ROOT) + ".png")
                .toFile();
        Files.createDirectories(file.getParentFile().toPath());
        try (Tasks tasks = onWindow(() -> new Tasks(Platform::runLater))) {
            ScoresViewModel model = onWindow(() -> {
                Application.setUserAgentStylesheet(appearance.stylesheet());
                RunViewModel run =
                        new RunViewModel(RUN, _ -> null, a -> WorkerCommand.of(RUN, WorkerCommand.MAIN, List.of(), a));
                run.show(RunReadings.of(RUN));
                return new ScoresViewModel(run, tasks);
            });
            Scene scene = onWindow(() -> {
                StackPane root = new StackPane(
                        new ScoresView(model, new SimpleObjectProperty<>(appearance), _ -> {}, new Notices()));
                root.getStyleClass().addAll("workbench", "page");
                root.getStylesheets()
                        .add(WorkbenchView.class.getResource("workbench.css").toExternalForm());
                return new Scene(root, WIDTH, MOST_HEIGHT);
            });
            WaitForAsyncUtils.waitFor(
                    120,
                    TimeUnit.SECONDS,
                    () -> model.results().get().tested() && !model.reading().get());
            onWindow(() -> scene.snapshot(null));
            WritableImage image = onWindow(() -> scene.snapshot(null));
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
            assertTrue(file.length() > 50_000, "a picture of the page");
        }
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }
}
