package org.densepath.app.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.densepath.app.paint.Appearance;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeWorker;
import org.densepath.run.RunFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// 500 runs in the window: until they are listed, and how long acts keep the window's thread. It asserts nothing.
@Tag("benchmark")
@ExtendWith(ApplicationExtension.class)
class LibraryBenchmark {
    @TempDir
    Path home;

    @Test
    void library() throws Exception {
        Path sample = Path.of(System.getProperty("densepath.root"), "sample-data", "run");
        List<String> lines = Files.readAllLines(sample.resolve("events.jsonl"));
        String experiment = Files.readString(sample.resolve("experiment.json"));
        for (int i = 0; i < 500; i++) {
            RunFolder run = RunFolder.create(home.resolve("runs"), LocalDate.of(2026, 1, 31), "run-" + i, experiment);
            Files.write(run.events(), lines);
        }
        AtomicLong longest = new AtomicLong();
        Workbench workbench = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
            Workbench made = new Workbench(
                    home,
                    FakeWorker.class.getName(),
                    List.of(),
                    work -> Platform.runLater(() -> {
                        long from = System.nanoTime();
                        work.run();
                        longest.accumulateAndGet(System.nanoTime() - from, Math::max);
                    }));
            made.navigator().show("runs");
            new Scene(made.view(), 1000, 700).snapshot(null);
            return made;
        });
        long start = System.nanoTime();
        workbench.start();
        try (workbench) {
            WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, () -> workbench.library().total().get() > 9);
            say("the first runs listed after", System.nanoTime() - start);
            WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, () -> workbench.library().total().get() == 500);
            say("500 runs listed after", System.nanoTime() - start);
            say("longest act of the window's thread meanwhile", longest.get());
            for (RunSort sort : RunSort.values()) {
                act("order " + sort.label(), () -> workbench.library().sort().set(sort));
            }
            act("search", () -> workbench.library().query().set("run-4 finished"));
            act("search cleared", () -> workbench.library().query().set(""));
        }
    }

    private static void act(String what, Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            long from = System.nanoTime();
            work.run();
            say(what, System.nanoTime() - from);
        });
    }

    private static void say(String what, long nanos) {
        System.out.printf(Locale.ROOT, "measured: %s %.0f ms%n", what, nanos / 1e6);
    }
}
