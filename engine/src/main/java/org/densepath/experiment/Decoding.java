package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;

/// A generation that was timed token by token: seconds to the first token, and then the seconds and the rows at
/// work of each step. `rollouts` is empty where it was broken off.
record Decoding(double toFirst, int promptTokens, double[] seconds, int[] rows, List<Rollout> rollouts) {
    private static final int LEAST_STEPS = 4;
    private static final int MOST_TIMES = 4;
    private static final double QUICK_SECONDS = 1.5;

    /// Thrown to break a generation off.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Seconds until the first token of `prompts` is drawn, the second time that is done.
    static double first(LanguageModel policy, List<int[]> prompts, Clock clock) {
        SamplingSettings one = SamplingSettings.sampling(1, 1, 1, 1);
        of(policy, prompts, one, new Randomness(1), Double.MAX_VALUE, clock);
        return of(policy, prompts, one, new Randomness(1), Double.MAX_VALUE, clock)
                .toFirst();
    }

    /// The fastest of a few generations, for as long as they are quick: the first ones are the program warming
    /// up.
    static Decoding fastest(Supplier<Decoding> generation) {
        Decoding best = generation.get();
        double spent = best.sum();
        for (int i = 1; i < MOST_TIMES && spent < QUICK_SECONDS; i++) {
            Decoding again = generation.get();
            spent += again.sum();
            best = again.sum() < best.sum() ? again : best;
        }
        return best;
    }

    private double sum() {
        return Arrays.stream(seconds).sum();
    }

    /// Generates, and breaks off after `limit` seconds when a few steps are done by then.
    static Decoding of(
            LanguageModel policy,
            List<int[]> prompts,
            SamplingSettings settings,
            Randomness randomness,
            double limit,
            Clock clock) {
        List<Long> times = new ArrayList<>();
        List<Integer> live = new ArrayList<>();
        int all = prompts.size() * settings.samplesPerPrompt();
        long began = clock.nanos();
        List<Rollout> rollouts;
        try {
            rollouts = new Generator(policy).generate(prompts, settings, randomness, ended -> {
                times.add(clock.nanos());
                int going = all - ended;
                int before = live.isEmpty() ? all : live.getLast();
                live.add(going <= Generator.KEEP_SHARE * before ? going : before);
                if (times.size() > LEAST_STEPS && (times.getLast() - began) / 1e9 > limit) {
                    throw new Enough();
                }
            });
        } catch (Enough e) {
            rollouts = List.of();
        }
        double[] seconds = new double[times.size() - 1];
        Arrays.setAll(seconds, i -> (times.get(i + 1) - times.get(i)) / 1e9);
        int[] rows = new int[seconds.length];
        Arrays.setAll(rows, live::get);
        int tokens = prompts.stream().mapToInt(p -> p.length).sum();
        return new Decoding((times.getFirst() - began) / 1e9, tokens, seconds, rows, rollouts);
    }

    /// Seconds of a token step as a + b · rows, by least squares over the steps of both; neither below 0.
    static double[] line(Decoding few, Decoding many) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (Decoding d : List.of(few, many)) {
            // each of the two counts the same, however many steps it had
            double weight = 1.0 / Math.max(1, d.seconds.length);
            for (int i = 0; i < d.seconds.length; i++) {
                n += weight;
                x += weight * d.rows[i];
                y += weight * d.seconds[i];
                xx += weight * d.rows[i] * d.rows[i];
                xy += weight * d.rows[i] * d.seconds[i];
            }
        }
        double spread = n * xx - x * x;
        double slope = spread < 1e-9 ? y / Math.max(1, x) : Math.max(0, (n * xy - x * y) / spread);
        double constant = Math.max(0, (y - slope * x) / Math.max(1e-9, n));
        return new double[] {constant, constant == 0 ? y / Math.max(1e-9, x) : slope};
    }

    /// Row-steps and steps of a batch whose answers have these lengths: what a generation costs, told before it
    /// is done. Both without the first token, which the prefill gives.
    static long[] work(int[] lengths) {
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        long rowSteps = 0;
        int live = sorted.length;
        int longest = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
        int ended = 0;
        for (int t = 1; t < longest; t++) {
            while (ended < sorted.length && sorted[ended] <= t) {
                ended++;
            }
            int going = sorted.length - ended;
            live = going <= Generator.KEEP_SHARE * live ? going : live;
            rowSteps += live;
        }
        return new long[] {Math.max(0, longest - 1), rowSteps};
    }
}
