package org.densepath.app.live;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.Notices;
import org.densepath.app.task.WorkerCommand;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.RunState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Eight charts of 100,000 points each, raw and smoothed, with 20 appends a second: pulses a second, and the
/// share of one core that the whole process takes. A window must be shown: run it under Xvfb.
@Tag("benchmark")
@ExtendWith(ApplicationExtension.class)
class CurvesBenchmark {
    private static final int POINTS = 100_000;
    private static final int SECONDS = 5;
    private static final List<String> METRICS = List.of(
            "dpr/reward_mean",
            "dpr/return_mean",
            "dpr/kl_sft",
            "dpr/entropy",
            "dpr/length_mean",
            "dpr/cut_share",
            "dpr/distinct_2",
            "dpr/return_check_correlation");

    @TempDir
    Path home;

    private final Random random = new Random(1);
    private final CurveBook book = new CurveBook();
    private final RunState state = new RunState();
    private Stage stage;
    private LiveViewModel model;
    private long step;
    private volatile long pulses;

    @Start
    void open(Stage shown) {
        stage = shown;
    }

    @Test
    void twentyAppendsASecond() throws Exception {
        apply(new Event.StageStarted("dpr", "dpr", 1, 0));
        while (step < POINTS) {
            append();
        }
        Preferences preferences = Preferences.open(home.resolve("preferences.json"));
        Overlays overlays = new Overlays(javafx.application.Platform::runLater);
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            RunViewModel run =
                    new RunViewModel(home, _ -> null, a -> WorkerCommand.of(home, WorkerCommand.MAIN, List.of(), a));
            model = new LiveViewModel(run, preferences, overlays);
            run.show(snapshot());
            model.choices().charts().set(ChartChoice.ALL);
            stage.setScene(new Scene(
                    new CurvesView(
                            model,
                            new SimpleObjectProperty<>(Appearance.LIGHT),
                            new SimpleBooleanProperty(),
                            _ -> {},
                            _ -> {},
                            () -> {},
                            new Notices()),
                    1148,
                    760));
            stage.show();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses++;
                }
            }.start();
            return null;
        });
        measure("warm-up", () -> {});
        measure("warm-up", () -> {});
        measure("by step", () -> model.choices().axis().set(XAxis.STEP));
        measure("by time", () -> model.choices().axis().set(XAxis.TIME));
        measure("log y", () -> model.choices().logY().set(true));
        measure("log x and y", () -> model.choices().logX().set(true));
        measure("by step again", () -> {
            model.choices().axis().set(XAxis.STEP);
            model.choices().logX().set(false);
            model.choices().logY().set(false);
        });
        overlays.close();
        preferences.close();
    }

    private void measure(String what, Runnable first) throws InterruptedException {
        WaitForAsyncUtils.waitForAsyncFx(10_000, first);
        Thread.sleep(500);
        long pulsesBefore = pulses;
        long cpuBefore = cpu();
        long begin = System.nanoTime();
        int appends = 0;
        while (System.nanoTime() - begin < SECONDS * 1_000_000_000L) {
            append();
            RunSnapshot now = snapshot();
            javafx.application.Platform.runLater(() -> model.run().show(now));
            appends++;
            long next = begin + appends * 50_000_000L - System.nanoTime();
            Thread.sleep(Math.max(0, next / 1_000_000));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %d charts, %.1f appends/s, %.1f pulses/s, %.0f %% of one core%n",
                what,
                model.charts().get().size(),
                appends / seconds,
                (pulses - pulsesBefore) / seconds,
                100 * (cpu() - cpuBefore) / 1e9 / seconds);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void append() {
        step++;
        Map<String, Double> metrics = new TreeMap<>();
        for (String metric : METRICS) {
            metrics.put(metric, 1 + 0.2 * random.nextGaussian() + Math.sin(step / 9000.0));
        }
        apply(new Event.StepFinished("dpr", "dpr", 1, step, metrics));
    }

    private void apply(Event event) {
        book.apply(new EventLine(1, step, Instant.EPOCH.plusMillis(50 * step), event), state);
    }

    private RunSnapshot snapshot() {
        return new RunSnapshot(
                Optional.of(home),
                "x",
                Phase.RUNNING,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                book.curves(),
                new ScoreTable(List.of(), List.of()),
                0,
                List.of(),
                Optional.empty());
    }
}
