package org.densepath.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.RunFolder;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.densepath.run.TraceWriter;
import org.densepath.run.Track;

/// A run of 5,000 steps with eight metrics, of which twenty are kept: 64 responses of 256 tokens each.
final class BigRun {
    private static final int STEPS = 5_000;
    private static final int EVERY = 250;
    private static final int RESPONSES = 64;
    private static final int TOKENS = 256;
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Track TRACK = new Track("dpr", "dpr", 1);
    private static final List<String> METRICS = List.of(
            "dpr/reward_mean",
            "dpr/return_mean",
            "dpr/kl_sft",
            "dpr/entropy",
            "dpr/length_mean",
            "dpr/cut_share",
            "dpr/distinct_2",
            "dpr/return_check_correlation");

    private final Random random = new Random(1);
    private final RunFolder folder;
    private final StringBuilder events = new StringBuilder();
    private long sequence;

    private BigRun(RunFolder folder) {
        this.folder = folder;
    }

    static Path create(Path runs) throws IOException {
        BigRun run = new BigRun(RunFolder.create(runs, LocalDate.of(2026, 1, 31), "big", "{}"));
        run.write();
        return run.folder.path();
    }

    private void write() throws IOException {
        tell(new Event.RunStarted("Big"));
        tell(new Event.StageStarted("dpr", "dpr", 1, STEPS));
        try (TraceWriter traces = new TraceWriter()) {
            for (int step = 1; step <= STEPS; step++) {
                Map<String, Double> metrics = new TreeMap<>();
                for (String metric : METRICS) {
                    metrics.put(metric, 1 + Math.sin(step / 900.0) + 0.2 * random.nextGaussian());
                }
                tell(new Event.StepFinished("dpr", "dpr", 1, step, metrics));
                if (step % EVERY == 0) {
                    Path file = folder.rollouts(TRACK, step);
                    traces.write(file, responses(step));
                    tell(new Event.RolloutsSaved("dpr", "dpr", 1, step, RESPONSES, folder.relative(file)));
                }
            }
        }
        tell(new Event.StageFinished("dpr", "dpr", 1));
        tell(new Event.RunFinished());
        Files.writeString(folder.events(), events);
    }

    private void tell(Event event) {
        sequence++;
        events.append(new EventLine(EventLine.SCHEMA_VERSION, sequence, START.plusSeconds(2 * sequence), event).json())
                .append('\n');
    }

    private List<TraceRow> responses(long step) {
        List<TraceRow> rows = new ArrayList<>();
        for (int i = 0; i < RESPONSES; i++) {
            rows.add(response(step, i));
        }
        return rows;
    }

    private TraceRow response(long step, int index) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(i % 17 == 16 ? ".\n" : " word" + random.nextInt(400));
        }
        int[] ids = new int[TOKENS + 20];
        Arrays.setAll(ids, i -> 50 + i);
        float[] sft = new float[TOKENS];
        float[] reference = new float[TOKENS];
        float[] reward = new float[TOKENS];
        for (int i = 0; i < TOKENS; i++) {
            sft[i] = (float) -Math.abs(random.nextGaussian());
            reference[i] = (float) (sft[i] - 0.2 * random.nextGaussian());
            reward[i] = sft[i] - reference[i];
        }
        float[] returns = reward.clone();
        for (int i = TOKENS - 2; i >= 0; i--) {
            returns[i] += returns[i + 1];
        }
        TokenValues values =
                new TokenValues(sft, sft, reference, reward, returns, returns, new float[TOKENS], new float[TOKENS]);
        return new TraceRow(
                step,
                index / 4,
                index % 4,
                "Question " + index / 4 + ": how many words are there?",
                String.join("", tokens).strip(),
                TraceRow.Ended.EOS,
                ids,
                20,
                tokens,
                values,
                returns[0],
                OptionalDouble.of(index % 2));
    }
}
