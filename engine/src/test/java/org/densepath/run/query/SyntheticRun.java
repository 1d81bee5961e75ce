package org.densepath.run.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.densepath.run.Event;
import org.densepath.run.EventWriter;
import org.densepath.run.RunFolder;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.densepath.run.TraceWriter;
import org.densepath.run.Track;

/// A run folder of many steps with made-up traces, for measuring. A few files are written and the others are
/// copies of their bytes, so that it takes seconds.
final class SyntheticRun {
    private static final Track TRACK = new Track("dpr", "dpr", 1);
    private static final int DISTINCT = 10;
    private static final int PROMPT = 40;

    private SyntheticRun() {}

    static RunFolder write(Path runs, int steps, int responses, int tokens) throws IOException {
        RunFolder folder = RunFolder.create(runs, LocalDate.of(2026, 1, 31), "synthetic", "{}");
        try (TraceWriter writer = new TraceWriter();
                EventWriter events = EventWriter.open(folder.events(), InstantSource.system())) {
            events.append(new Event.RunStarted("synthetic"));
            for (int step = 1; step <= steps; step++) {
                Path file = folder.rollouts(TRACK, step);
                if (step <= DISTINCT) {
                    writer.write(file, rows(step, responses, tokens));
                } else {
                    Files.copy(folder.rollouts(TRACK, step % DISTINCT + 1), file);
                }
                events.append(new Event.RolloutsSaved("dpr", "dpr", 1, step, responses, folder.relative(file)));
            }
        }
        return folder;
    }

    private static List<TraceRow> rows(long step, int responses, int tokens) {
        List<TraceRow> rows = new ArrayList<>();
        for (int i = 0; i < responses; i++) {
            rows.add(row(step, i, tokens, new Random(1000 * step + i)));
        }
        return rows;
    }

    private static TraceRow row(long step, int index, int tokens, Random random) {
        float[][] columns = new float[8][tokens];
        for (float[] column : columns) {
            for (int i = 0; i < tokens; i++) {
                column[i] = (float) random.nextGaussian();
            }
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < tokens; i++) {
            // many of few, few of many, as words are
            int word = (int) (40_000 * Math.pow(random.nextDouble(), 6));
            texts.add(word % 9 == 0 ? " " + word : word % 13 == 0 ? "." : word % 7 == 0 ? " Name" + word : " w" + word);
        }
        double total = 0;
        for (float reward : columns[3]) {
            total += reward;
        }
        return new TraceRow(
                step,
                index / 4,
                index % 4,
                "A prompt of some words with the number " + index / 4,
                String.join("", texts),
                index % 5 == 0 ? TraceRow.Ended.LENGTH : TraceRow.Ended.EOS,
                random.ints(PROMPT + tokens, 0, 49152).toArray(),
                PROMPT,
                texts,
                TokenValues.of(List.of(columns)),
                total,
                index % 3 == 0 ? OptionalDouble.empty() : OptionalDouble.of(index % 2));
    }
}
