package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.densepath.bench.KeptScore;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTestsTest {
    private static final int PROMPTS = 60;

    @TempDir
    Path runs;

    private RunFolder run;

    @BeforeEach
    void create() {
        run = RunFolder.create(runs, LocalDate.of(2026, 1, 31), "r", "{}");
    }

    private KeptScore score(String arm, int seed, String judge, IntPredicate right) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PROMPTS; i++) {
            lines.append("{\"key\":\"p" + i + "\",\"correct\":" + right.test(i) + "}\n");
        }
        Path folder = Files.createDirectories(run.bench("gsm8k", arm, seed));
        Files.writeString(folder.resolve("checks.jsonl"), lines);
        return new KeptScore("gsm8k", arm, seed, judge, "exact_match", Interval.none(0), PROMPTS, true);
    }

    @Test
    void armsAreComparedOnTheSamePrompts() throws IOException {
        BenchTests tests = BenchTests.of(
                run,
                List.of(
                        score("sft", 1, "", i -> i % 4 == 0),
                        score("continued-sft", 1, "", i -> i % 4 == 0),
                        score("dpr", 1, "", i -> i % 4 != 3)),
                500);
        ArmComparison dpr = tests.comparison("dpr", "gsm8k", "sft").orElseThrow();
        assertEquals(0.5, dpr.difference().value(), 1e-12);
        assertTrue(dpr.significant());
        assertEquals(3, tests.comparisons().size());
        assertEquals(
                1,
                tests.comparison("continued-sft", "gsm8k", "sft").orElseThrow().pHolm());
        assertTrue(tests.leads("dpr", "gsm8k"));
        assertFalse(tests.leads("sft", "gsm8k"));
    }

    @Test
    void onlySeedsThatAllArmsHaveCount() throws IOException {
        BenchTests tests = BenchTests.of(
                run,
                List.of(
                        score("sft", 1, "", i -> true),
                        score("sft", 2, "", i -> false),
                        score("dpr", 2, "", i -> true)),
                500);
        assertEquals(
                1.0,
                tests.comparison("dpr", "gsm8k", "sft")
                        .orElseThrow()
                        .difference()
                        .value());
    }

    @Test
    void withoutSharedSeedsOrChecksNothingIsTested() throws IOException {
        KeptScore lone = score("dpr", 2, "", i -> true);
        assertEquals(BenchTests.NONE, BenchTests.of(run, List.of(score("sft", 1, "", i -> true), lone), 500));
        Files.delete(run.bench("gsm8k", "dpr", 2).resolve("checks.jsonl"));
        assertEquals(List.of(), BenchTests.of(run, List.of(lone), 500).comparisons());
        assertEquals(BenchTests.NONE, BenchTests.of(run, List.of(score("dpr", 1, "a judge", i -> true)), 500));
    }
}
