package org.densepath.run.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.densepath.run.RunFolder;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run of 1,000 steps of 64 responses of 256 tokens costs, and a table of a million responses.
@Tag("benchmark")
class RolloutBenchmark {
    private static final int PAGE = 100;

    @TempDir
    Path runs;

    @Test
    void aThousandSteps() throws Exception {
        RunFolder run = SyntheticRun.write(runs, 1000, 64, 256);
        long start = System.nanoTime();
        List<TraceFile> files = new TraceFiles(run).poll();
        try (RolloutTable table = new RolloutTable()) {
            table.add(files);
            assertEquals(
                    PAGE, table.rows(Arrays.copyOf(table.newest().ids(), PAGE)).size());
            print("1,000 × 64 × 256: first page, from nothing", start);
            questions(table);
        }
        try (CorpusReader corpus = new CorpusReader()) {
            start = System.nanoTime();
            Corpus read = corpus.read(files, CorpusSettings.DEFAULT, Reading.WHOLE);
            print("statistics of " + read.tokens() + " tokens", start);
            start = System.nanoTime();
            corpus.examples(new CorpusPart.Kind(TokenClass.DIGITS), ExampleChoice.HIGHEST, 50, Reading.WHOLE);
            print("examples of a class", start);
        }
        heap();
    }

    @Test
    void aMillionResponses() throws Exception {
        RunFolder run = SyntheticRun.write(runs, 1000, 1000, 8);
        try (RolloutTable table = new RolloutTable()) {
            long start = System.nanoTime();
            table.add(new TraceFiles(run).poll());
            assertEquals(
                    PAGE, table.rows(Arrays.copyOf(table.newest().ids(), PAGE)).size());
            print("1,000,000 responses: first page", start);
            questions(table);
        }
        heap();
    }

    private static void questions(RolloutTable table) {
        long start = System.nanoTime();
        table.index(Reading.WHOLE);
        print("index of " + table.size(), start);
        start = System.nanoTime();
        RolloutSort best = new RolloutSort(RolloutSort.Column.RETURN, true);
        RolloutOrder order = table.order(RolloutFilter.ALL, best, false, Reading.WHOLE);
        print("sorted by return", start);
        start = System.nanoTime();
        int middle = order.ids().length / 2;
        table.rows(
                IntStream.range(middle, middle + PAGE).map(i -> order.ids()[i]).toArray());
        print("a page of it, from as many files", start);
        start = System.nanoTime();
        RolloutFilter cut = RolloutFilter.ALL.withEnded(Optional.of(TraceRow.Ended.LENGTH));
        table.order(cut, best, false, Reading.WHOLE);
        print("those that were cut, sorted", start);
        start = System.nanoTime();
        table.order(RolloutFilter.ALL, best, true, Reading.WHOLE);
        print("grouped by prompt", start);
        start = System.nanoTime();
        table.order(RolloutFilter.ALL.withText("Name77 "), best, false, Reading.WHOLE);
        print("those with a text", start);
        start = System.nanoTime();
        table.ofPrompt(3);
        print("one prompt over the steps", start);
    }

    private static void heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory() >> 20;
        System.out.println("heap afterwards: " + used + " MB of " + (runtime.totalMemory() >> 20) + " MB");
        assertTrue(runtime.totalMemory() >> 20 <= 600);
    }

    private static void print(String what, long start) {
        System.out.printf("%s: %.0f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
