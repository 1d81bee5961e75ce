package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the run folder costs a step: traces of 64 responses of 256 tokens, events, looks at requests.
@Tag("benchmark")
class TraceBenchmark {
    private static final int RESPONSES = 64;
    private static final int TOKENS = 256;
    private static final int PROMPT = 50;

    @TempDir
    Path folder;

    @Test
    void tracesOfOneStep() throws Exception {
        List<TraceRow> rows =
                IntStream.range(0, RESPONSES).mapToObj(TraceBenchmark::row).toList();
        long start = System.nanoTime();
        try (TraceWriter writer = new TraceWriter();
                TraceReader reader = new TraceReader()) {
            print("open", start);
            for (int step = 1; step <= 10; step++) {
                start = System.nanoTime();
                writer.write(folder.resolve(step + ".parquet"), rows);
                print("write " + step, start);
            }
            System.out.println(Files.size(folder.resolve("1.parquet")) + " bytes");
            start = System.nanoTime();
            assertEquals(RESPONSES, reader.read(folder.resolve("1.parquet")).size());
            print("read", start);
        }
    }

    @Test
    void eventsAndRequests() {
        int count = 10_000;
        long start = System.nanoTime();
        try (EventWriter writer = EventWriter.open(folder.resolve("events.jsonl"), InstantSource.system())) {
            for (int step = 1; step <= count; step++) {
                writer.append(new Event.StepFinished("dpr", "dpr", 1, step, Map.of("dpr/kl", 0.1, "dpr/loss", 0.2)));
            }
        }
        print(count + " events written", start);
        for (int round = 0; round < 3; round++) {
            start = System.nanoTime();
            assertEquals(count, EventLog.read(folder.resolve("events.jsonl")).size());
            print(count + " events read", start);
        }
        Control control = new Control(folder.resolve("control"));
        control.clear();
        start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            control.poll();
        }
        print(count + " looks at requests", start);
    }

    private static void print(String what, long start) {
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    private static TraceRow row(int index) {
        Random random = new Random(index);
        float[][] columns = new float[8][TOKENS];
        for (float[] column : columns) {
            for (int i = 0; i < TOKENS; i++) {
                column[i] = (float) random.nextGaussian();
            }
        }
        return new TraceRow(
                1,
                index / 4,
                index % 4,
                "prompt ".repeat(PROMPT),
                "response ".repeat(TOKENS),
                TraceRow.Ended.EOS,
                random.ints(PROMPT + TOKENS, 0, 49152).toArray(),
                PROMPT,
                random.ints(TOKENS, 0, 5000).mapToObj(id -> " t" + id).toList(),
                TokenValues.of(List.of(columns)),
                1,
                OptionalDouble.empty());
    }
}
