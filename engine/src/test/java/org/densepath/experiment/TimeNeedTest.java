package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time that is reckoned from a measured speed. How well it fits is measured by the benchmark beside it.
class TimeNeedTest {
    private static final Speed SPEED =
            new Speed(2, 1e-3, 0.1, 0, 0, 0.01, 1e-3, 1e-3, 2e-3, 0, new int[] {4, 4}, 8, 1024, 1000, 1);

    @TempDir
    Path folder;

    @Test
    void sftTakesItsTokensAndItsUpdates() {
        Workload work = new Workload(
                100,
                0,
                new int[] {10, 30},
                new int[] {4, 4},
                new Workload.Lengths(10, new int[] {6}),
                new Workload.Lengths(0, new int[0]),
                new Workload.Lengths(0, new int[0]),
                0,
                false);
        Experiment experiment =
                new ExperimentFile().set("sft.batchSize=10").set("arms=[]").read();

        TimeNeed need = TimeNeed.of(experiment, work, SPEED);

        // 10 updates of 10 demonstrations of 20 tokens
        assertEquals(10 * (10 * 20 * 1e-3 + 0.1), seconds(need, "SFT"), 1e-9);
        assertEquals(
                List.of("start", "SFT", "figures"),
                need.phases().stream().map(TimeNeed.Phase::name).toList());
    }

    @Test
    void twiceTheStepsAndSeedsTakeTwiceTheTime() throws IOException {
        TinyWorld world = TinyWorld.in(folder);
        Experiment once = new ExperimentFile()
                .with(world.experiment("data.validation=").toString())
                .read();
        Experiment twice = new ExperimentFile()
                .with(world.experiment("data.validation=", "dpr.steps=12", "seeds=[1,2]")
                        .toString())
                .read();
        Workload work = ExperimentPreview.of(once).work().orElseThrow();

        assertEquals(
                4 * seconds(TimeNeed.of(once, work, SPEED), "DPR"),
                seconds(TimeNeed.of(twice, work, SPEED), "DPR"),
                0.1);
    }

    @Test
    void rowsLeaveAGenerationWhenAFifthHasEnded() {
        // five rows: one ends after 2 tokens and leaves; the others go on to 4
        assertArrayEquals(new long[] {3, 5 + 4 + 4}, Decoding.work(new int[] {2, 4, 4, 4, 4}));
        assertArrayEquals(new long[] {0, 0}, Decoding.work(new int[] {1, 1}));
    }

    @Test
    void aProbeMeasuresEveryPart() throws IOException {
        TinyWorld world = TinyWorld.in(folder);
        List<String> told = new ArrayList<>();

        Speed speed = SpeedProbe.measure(
                new ExperimentFile().with(world.experiment().toString()).read(), told::add);

        assertTrue(speed.train() > 0 && speed.update() > 0 && speed.score() > 0 && speed.policy() > 0);
        assertTrue(speed.decode() + speed.row() > 0);
        assertEquals(4, told.size());
    }

    private static double seconds(TimeNeed need, String phase) {
        return need.phases().stream()
                .filter(p -> p.name().equals(phase))
                .findFirst()
                .orElseThrow()
                .seconds();
    }
}
