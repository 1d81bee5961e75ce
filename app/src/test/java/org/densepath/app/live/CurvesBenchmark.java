package org.densepath.app.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.WorkerCommand;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.MetricKey;
import org.densepath.run.Track;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// How long one batch keeps the window's thread, with 100,000 points a curve.
@Tag("benchmark")
@ExtendWith(ApplicationExtension.class)
class CurvesBenchmark {
    private static final int POINTS = 100_000;

    @Test
    void oneBatch() {
        List<Curve> curves = new ArrayList<>();
        for (String metric : List.of(
                "sft/loss", "dpr/reward_mean", "dpr/kl_sft", "dpr/entropy", "dpr/length_mean", "dpr/check_mean")) {
            double[] steps = new double[POINTS];
            double[] values = new double[POINTS];
            Random random = new Random(1);
            for (int i = 0; i < POINTS; i++) {
                steps[i] = i + 1;
                values[i] = random.nextGaussian();
            }
            curves.add(Curve.of(new MetricKey(new Track("dpr", "dpr", 1), metric), steps, values));
        }
        RunSnapshot run = new RunSnapshot(
                Optional.empty(),
                "x",
                Phase.RUNNING,
                Optional.empty(),
                List.of(),
                Optional.of(Duration.ZERO),
                false,
                curves,
                new ScoreTable(List.of(), List.of()),
                0,
                List.of(),
                Optional.empty());
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            RunViewModel model = new RunViewModel(
                    Path.of("runs"), _ -> null, a -> WorkerCommand.of(Path.of(""), WorkerCommand.MAIN, List.of(), a));
            CurvesView view = new CurvesView(model, new SimpleObjectProperty<>(Appearance.LIGHT));
            Scene scene = new Scene(view, 760, 300);
            for (int i = 0; i < 12; i++) {
                long begin = System.nanoTime();
                model.show(run.with(i % 2 == 0 ? Phase.RUNNING : Phase.STARTING, Optional.empty()));
                long shown = System.nanoTime();
                scene.getRoot().layout();
                long painted = System.nanoTime();
                scene.snapshot(null);
                System.out.printf(
                        "panels %.1f ms, paint %.1f ms, render %.1f ms%n",
                        (shown - begin) / 1e6, (painted - shown) / 1e6, (System.nanoTime() - painted) / 1e6);
            }
            return null;
        });
    }
}
