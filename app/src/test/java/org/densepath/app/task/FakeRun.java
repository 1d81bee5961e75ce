package org.densepath.app.task;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.densepath.run.Event;
import org.densepath.run.EventWriter;
import org.densepath.run.RunFolder;
import org.densepath.run.TokenValues;
import org.densepath.run.TraceRow;
import org.densepath.run.TraceWriter;
import org.densepath.run.Track;

/// Writes run folders as the engine does, with made-up numbers.
public final class FakeRun implements AutoCloseable {
    public static final Track SFT = Track.shared("sft", 1);
    public static final Track DPR = new Track("dpr", "dpr", 1);
    private static final List<List<String>> ANSWERS = List.of(
            List.of(
                    " 7", " +", " 8", " =", " 15", ".", " 4", " +", " 3", " +", " 1", " =", " 8", ".", " Answer", ":",
                    " 85", "<end>"),
            List.of(" pear", ",", " fig", ",", " cat", "<end>"),
            List.of(" The", " step", " is", " 3", ",", " so", " the", " next", " number", " is", " 15", ".", "<end>"),
            List.of(" -", " cat", "\n", " -", " dog", "\n", " DONE", "<end>"));
    private static final List<String> PROMPTS = List.of(
            "What is 47 + 38? Show the steps.",
            "Reverse this list: cat, fig, pear",
            "What comes next: 3, 6, 9, 12?",
            "List two animals. Use bullet points and end with DONE.");

    private final RunFolder folder;
    private final EventWriter events;
    private final TraceWriter traces = new TraceWriter();

    private FakeRun(RunFolder folder, InstantSource clock) {
        this.folder = folder;
        this.events = EventWriter.open(folder.events(), clock);
    }

    public static FakeRun create(Path runs, String name) {
        return new FakeRun(RunFolder.create(runs, LocalDate.of(2026, 1, 31), name, "{}"), InstantSource.system());
    }

    public static FakeRun open(Path folder) {
        return new FakeRun(RunFolder.open(folder), InstantSource.system());
    }

    public RunFolder folder() {
        return folder;
    }

    public void tell(Event event) {
        events.append(event);
    }

    public void sftStep(long step) {
        double done = step / 50.0;
        tell(new Event.StepFinished(
                "sft",
                "",
                1,
                step,
                Map.of(
                        "sft/loss",
                        2.1 * Math.exp(-2 * done) + 0.9 + noise(step, 0.08),
                        "sft/gradient_norm",
                        1.2 + noise(step + 7, 0.3),
                        "sft/learning_rate",
                        5e-5,
                        "sft/response_tokens",
                        352.0)));
    }

    public void dprStep(long step) {
        double done = step / 40.0;
        Map<String, Double> metrics = new HashMap<>(Map.of("dpr/tokens_per_second", 1204.0));
        metrics.putAll(Map.of(
                "dpr/reward_mean", 0.008 + 0.009 * done + noise(step, 0.002),
                "dpr/return_mean", 0.085 + 0.095 * done + noise(step, 0.02),
                "dpr/kl_sft", 0.005 * done + noise(step + 3, 0.0003),
                "dpr/kl_sft_k3", 0.005 * done + noise(step + 5, 0.0006),
                "dpr/entropy", 0.37 + noise(step + 11, 0.02),
                "dpr/length_mean", 10.8 + noise(step + 13, 0.3),
                "dpr/cut_share", 0.0,
                "dpr/check_mean", 0.33 + 0.05 * done + noise(step + 17, 0.06),
                "dpr/gradient_norm", 0.4 + noise(step + 19, 0.1),
                "dpr/learning_rate", 1e-4));
        tell(new Event.StepFinished("dpr", "dpr", 1, step, metrics));
    }

    public void rollouts(long step) {
        List<TraceRow> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(row(step, i, ANSWERS.get(i % 4), PROMPTS.get(i % 4)));
        }
        Path file = folder.rollouts(DPR, step);
        traces.write(file, rows);
        tell(new Event.RolloutsSaved("dpr", "dpr", 1, step, rows.size(), folder.relative(file)));
    }

    public void scores() {
        score("sft", "success_greedy", 0.555, 0.52, 0.59);
        score("sft", "success_sampled", 0.328, 0.307, 0.35);
        score("dpr", "success_greedy", 0.543, 0.51, 0.58);
        score("dpr", "success_sampled", 0.37, 0.348, 0.392);
        score("continued-sft", "success_greedy", 0.559, 0.52, 0.6);
        score("continued-sft", "success_sampled", 0.393, 0.37, 0.416);
        score("dpr", "length_sampled", 10.8, 10.5, 11.1);
    }

    /// A whole run: SFT, DPR, scores, end.
    public void whole() {
        tell(new Event.RunStarted("Demo"));
        tell(new Event.StageStarted("sft", "", 1, 50));
        for (int step = 1; step <= 50; step++) {
            sftStep(step);
        }
        tell(new Event.StageFinished("sft", "", 1));
        tell(new Event.StageStarted("dpr", "dpr", 1, 40));
        for (int step = 1; step <= 40; step++) {
            dprStep(step);
        }
        for (int step = 0; step <= 40; step += 10) {
            tell(new Event.StepFinished(
                    "dpr",
                    "dpr",
                    1,
                    step,
                    Map.of(
                            "dpr/heldout_greedy",
                            0.55 + noise(step, 0.01),
                            "dpr/heldout_sampled",
                            0.33 + step / 1000.0 + noise(step + 1, 0.01))));
        }
        rollouts(40);
        tell(new Event.StageFinished("dpr", "dpr", 1));
        tell(new Event.StageStarted("continued-sft", "continued-sft", 1, 40));
        for (int step = 1; step <= 40; step++) {
            tell(new Event.StepFinished(
                    "continued-sft",
                    "continued-sft",
                    1,
                    step,
                    Map.of("sft/loss", 1.2 - 0.003 * step + noise(step, 0.05))));
        }
        tell(new Event.StageFinished("continued-sft", "continued-sft", 1));
        tell(new Event.StageStarted("evaluation", "", 1, 0));
        tell(new Event.StageFinished("evaluation", "", 1));
        scores();
        tell(new Event.RunFinished());
    }

    /// SFT, and DPR up to `step` of 40.
    public void begin(long step) {
        tell(new Event.RunStarted("Demo"));
        tell(new Event.StageStarted("sft", "", 1, 50));
        for (int i = 1; i <= 50; i++) {
            sftStep(i);
        }
        tell(new Event.StageFinished("sft", "", 1));
        tell(new Event.StageStarted("dpr", "dpr", 1, 40));
        for (int i = 1; i <= step; i++) {
            dprStep(i);
        }
        rollouts(step);
    }

    @Override
    public void close() {
        traces.close();
        events.close();
    }

    private void score(String arm, String name, double value, double low, double high) {
        tell(new Event.ScoreComputed("held-out", arm, 1, name, value, low, high, 660, 0, 660));
    }

    private static double noise(long seed, double size) {
        return new Random(seed * 7919).nextGaussian() * size;
    }

    private static TraceRow row(long step, int sample, List<String> tokens, String prompt) {
        int n = tokens.size();
        int[] ids = new int[n + 5];
        Arrays.setAll(ids, i -> 100 + i);
        float[] sft = new float[n];
        float[] ref = new float[n];
        float[] reward = new float[n];
        for (int i = 0; i < n; i++) {
            sft[i] = (float) (-0.7 + noise(step + sample * 31L + i, 0.4));
            ref[i] = (float) (-0.9 + noise(step + sample * 37L + i, 0.6));
            reward[i] = sft[i] - ref[i];
        }
        float[] returns = reward.clone();
        for (int i = n - 2; i >= 0; i--) {
            returns[i] += returns[i + 1];
        }
        TokenValues values = new TokenValues(sft, sft, ref, reward, returns, returns, new float[n], new float[0]);
        return new TraceRow(
                step,
                sample % 4,
                sample,
                prompt,
                String.join("", tokens.subList(0, n - 1)).strip(),
                TraceRow.Ended.EOS,
                ids,
                5,
                tokens,
                values,
                returns[0],
                OptionalDouble.empty());
    }
}
