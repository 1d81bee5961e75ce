package org.densepath.app.runs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.AppearanceChoice;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.densepath.app.task.FolderCopy;
import org.densepath.run.Event;
import org.densepath.run.RunLock;
import org.densepath.run.RunNotes;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of the library for a person to look at, in `target/pictures`: runs in all states, and the sample run.
@ExtendWith(ApplicationExtension.class)
class RunsPicturesTest {
    private static final Path SAMPLE = Path.of(System.getProperty("densepath.root"), "sample-data", "run");

    @TempDir
    Path home;

    private final List<AutoCloseable> open = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void runsInAllStates(Appearance appearance) throws Exception {
        FolderCopy.of(SAMPLE, home.resolve("sample-data").resolve("run"));
        runs(home.resolve("runs"));
        Workbench workbench = onWindow(() -> {
            Workbench made = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            made.appearance()
                    .wish()
                    .set(appearance == Appearance.LIGHT ? AppearanceChoice.Wish.LIGHT : AppearanceChoice.Wish.DARK);
            Application.setUserAgentStylesheet(appearance.stylesheet());
            made.navigator().show("runs");
            made.start();
            return made;
        });
        try (workbench) {
            RunsViewModel library = workbench.library();
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> library.total().get() == 10);
            choose(library, "klCoefficient", 1);
            picture(workbench, "runs", appearance);
            choose(library, "rate too high", 1);
            picture(workbench, "runs-failed", appearance);
            onWindow(() -> {
                library.query().set("");
                library.choose(library.rows().stream()
                        .filter(row -> row.standing().get() == Standing.FINISHED)
                        .toList());
                return null;
            });
            picture(workbench, "runs-several", appearance);
            onWindow(() -> {
                library.compare().compare(List.copyOf(library.chosen()));
                return null;
            });
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> library.compare().shown().get());
            picture(workbench, "runs-compared", appearance);
        } finally {
            for (AutoCloseable each : open.reversed()) {
                each.close();
            }
        }
    }

    private void runs(Path runs) throws IOException {
        try (FakeRun run = FakeRun.create(runs, "kl-0.5")) {
            experiment(run, "\"klCoefficient\" : 1.0", "\"klCoefficient\" : 0.5");
            run.whole();
            new RunNotes(List.of("paper", "baseline"), "klCoefficient halved: KL grows, success does not.")
                    .write(run.folder().path());
        }
        try (FakeRun run = FakeRun.create(runs, "learning-rate")) {
            experiment(run, "\"learningRate\" : 1.0E-4", "\"learningRate\" : 2.0E-4");
            run.whole();
        }
        FakeRun running = FakeRun.create(runs, "three-seeds");
        experiment(running, "\"seeds\" : [ 1 ]", "\"seeds\" : [ 1, 2, 3 ]");
        open.add(running);
        open.add(RunLock.acquire(running.folder().lock()));
        running.begin(17);
        try (FakeRun run = FakeRun.create(runs, "stopped-early")) {
            experiment(run, "", "");
            run.begin(25);
            run.tell(new Event.RunStopped("Stopped on request."));
        }
        try (FakeRun run = FakeRun.create(runs, "interrupted")) {
            experiment(run, "", "");
            run.begin(9);
        }
        try (FakeRun run = FakeRun.create(runs, "rate too high")) {
            experiment(run, "\"learningRate\" : 1.0E-4", "\"learningRate\" : 0.5");
            run.begin(3);
            run.tell(new Event.RunFailed("The loss is not finite at step 4.", "Lower dpr.learningRate."));
        }
        try (FakeRun run = FakeRun.create(runs, "from-a-newer-version")) {
            experiment(run, "", "");
            run.begin(30);
            Files.writeString(
                    run.folder().events(),
                    "{\"schemaVersion\":2,\"sequence\":999,\"time\":\"2026-01-31T10:00:00Z\",\"type\":\"Dreamt\"}\n",
                    java.nio.file.StandardOpenOption.APPEND);
        }
        FakeRun.create(runs, "prepared").close();
        Path broken = runs.resolve("2026-01-30-broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("events.jsonl"), "");
    }

    private static void experiment(FakeRun run, String from, String to) throws IOException {
        Files.writeString(
                run.folder().experiment(),
                Files.readString(SAMPLE.resolve("experiment.json")).replace(from, to));
    }

    private static void choose(RunsViewModel library, String query, int expected) {
        onWindow(() -> {
            library.query().set(query);
            assertTrue(
                    library.rows().size() >= expected,
                    query + ": " + library.rows().size());
            library.choose(List.of(library.rows().getFirst()));
            library.query().set("");
            return null;
        });
    }

    private static void picture(Workbench workbench, String name, Appearance appearance) throws Exception {
        File file = Path.of("target", "pictures", name + "-" + appearance.name().toLowerCase() + ".png")
                .toFile();
        file.getParentFile().mkdirs();
        onWindow(() -> {
            // a scene without a window lays out what has changed only when it is new
            if (workbench.view().getScene() != null) {
                workbench.view().getScene().setRoot(new Group());
            }
            Scene scene = new Scene(workbench.view(), 1280, 800);
            scene.snapshot(null);
            return ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        });
        assertTrue(file.length() > 20_000, "a picture of the page");
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
