package org.densepath.app.tokens;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/// Runs with texts that a sampler seldom makes: long ones, ones in many scripts, empty ones.
final class LongRun {
    static final Track TRACK = new Track("dpr", "dpr", 1);
    private static final String PROMPT =
            "A shop sells pens at 3 for 2 dollars and notebooks at 4 dollars each. Ana buys 9 pens and 2 notebooks and"
                    + " pays with a 20 dollar note. How much change does she get? Show the steps, then check them.";
    private static final String ANSWER = "Let us go step by step.\n\n"
            + "1. Nine pens are three groups of three, and a group costs 2 dollars, so the pens cost 3 × 2 = 6"
            + " dollars.\n"
            + "2. Two notebooks cost 2 × 4 = 8 dollars.\n"
            + "3. Together that is 6 + 8 = 14 dollars.\n"
            + "4. From 20 dollars she gets 20 − 14 = 6 dollars back.\n\n"
            + "To check: the change and the prices must add up to the note. 6 + 14 = 20, which is right. In other"
            + " words, Ana gets 6 dollars (six dollars 💵, “sechs Dollar”, 六美元) of change. ";

    private LongRun() {}

    /// A run with one step of four responses.
    static Path create(Path runs) {
        List<TraceRow> rows = new ArrayList<>();
        for (int sample = 0; sample < 4; sample++) {
            List<String> tokens = new ArrayList<>(tokens(ANSWER.repeat(3 - sample % 2)));
            tokens.add("<|end|>");
            rows.add(row(7, sample, PROMPT, tokens, TraceRow.Ended.EOS));
        }
        return write(runs, rows);
    }

    static Path write(Path runs, List<TraceRow> rows) {
        RunFolder folder = RunFolder.create(runs, LocalDate.of(2026, 2, 1), "long", "{\"reward\": {\"scale\": 1.0}}");
        Path file = folder.rollouts(TRACK, 12);
        try (TraceWriter traces = new TraceWriter();
                EventWriter events = EventWriter.open(folder.events(), InstantSource.system())) {
            traces.write(file, rows);
            events.append(new Event.RunStarted("Long"));
            events.append(new Event.StageStarted("dpr", "dpr", 1, 40));
            events.append(new Event.RolloutsSaved("dpr", "dpr", 1, 12, rows.size(), folder.relative(file)));
            events.append(new Event.RunFinished());
        }
        return folder.path();
    }

    /// Words with their blank; long ones in two; an emoji's second half without text.
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : text.split("(?=[ \\n.,:()“”💵])|(?<=\\n)")) {
            if (word.length() > 7) {
                tokens.add(word.substring(0, 5));
                tokens.add(word.substring(5));
            } else if (!word.isEmpty()) {
                tokens.add(word);
            }
        }
        return tokens;
    }

    static TraceRow row(int prompt, int sample, String promptText, List<String> tokens, TraceRow.Ended ended) {
        int n = tokens.size();
        Random random = new Random(prompt * 31L + sample);
        int[] ids = new int[n + 40];
        Arrays.setAll(ids, i -> 50 + i % 900);
        float[] policy = new float[n];
        float[] sft = new float[n];
        float[] ref = new float[n];
        float[] reward = new float[n];
        float[] kl = new float[n];
        float[] entropy = new float[n];
        for (int i = 0; i < n; i++) {
            double doubt = Math.pow(random.nextDouble(), 3) * 4;
            sft[i] = (float) -doubt;
            ref[i] = (float) (-doubt - random.nextGaussian() * 0.25 * (0.2 + doubt) - 0.05 * doubt);
            policy[i] = (float) Math.min(0, sft[i] + random.nextGaussian() * 0.05);
            reward[i] = sft[i] - ref[i];
            kl[i] = (float) (0.02 * doubt);
            entropy[i] = (float) (0.8 * doubt);
        }
        float[] returns = reward.clone();
        for (int i = n - 2; i >= 0; i--) {
            returns[i] += returns[i + 1];
        }
        String response = String.join("", tokens);
        return new TraceRow(
                12,
                prompt,
                sample,
                promptText,
                response.replace("<|end|>", ""),
                ended,
                ids,
                40,
                tokens,
                new TokenValues(policy, sft, ref, reward, returns, returns.clone(), kl, entropy),
                n == 0 ? 0 : returns[0],
                OptionalDouble.of(sample % 2));
    }
}
