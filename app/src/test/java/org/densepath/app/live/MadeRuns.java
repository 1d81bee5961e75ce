package org.densepath.app.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.RunFolder;

/// Run folders with made-up curves, written at once.
final class MadeRuns {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private MadeRuns() {}

    /// DPR over `steps` steps, two seconds each, for each of `seeds` seeds.
    static Path seeds(Path runs, String name, int seeds, int steps) throws IOException {
        List<Event> events = new ArrayList<>();
        events.add(new Event.RunStarted(name));
        for (int seed = 1; seed <= seeds; seed++) {
            events.add(new Event.StageStarted("dpr", "dpr", seed, steps));
            for (int step = 1; step <= steps; step++) {
                events.add(new Event.StepFinished("dpr", "dpr", seed, step, metrics(name, seed, step, steps)));
            }
            events.add(new Event.StageFinished("dpr", "dpr", seed));
        }
        return write(runs, name, events);
    }

    /// Writes `events`, two seconds between them.
    static Path write(Path runs, String name, List<Event> events) throws IOException {
        RunFolder folder = RunFolder.create(runs, LocalDate.of(2026, 1, 31), name, "{}");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            text.append(line(i + 1, START.plusSeconds(2L * i), events.get(i))).append('\n');
        }
        Files.writeString(folder.events(), text);
        return folder.path();
    }

    static String line(long sequence, Instant time, Event event) {
        return new EventLine(EventLine.SCHEMA_VERSION, sequence, time, event).json();
    }

    static Map<String, Double> metrics(String name, int seed, int step, int steps) {
        double done = (double) step / steps;
        Random random = new Random(31L * seed + step + name.hashCode());
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("dpr/reward_mean", 0.01 + (0.01 + 0.002 * seed) * done + 0.003 * random.nextGaussian());
        metrics.put("dpr/kl_sft", 0.02 * done * done + 0.001 * Math.abs(random.nextGaussian()));
        metrics.put("dpr/entropy", 0.6 - 0.1 * done + 0.02 * random.nextGaussian());
        metrics.put("dpr/length_mean", 40 + 3 * seed + 2 * random.nextGaussian());
        metrics.put("dpr/response_tokens", 2600.0);
        return metrics;
    }
}
