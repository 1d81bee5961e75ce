package org.densepath.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.densepath.BadInputException;

/// Draws responses from a policy with a key/value cache. Samples of one prompt share its prefill; rows that have
/// ended leave the batch. A draw depends on the seed, the prompt's index, the sample and the position, not on the
/// batch it is in.
public final class Generator {
    /// What is drawn at once at most: bytes of keys and values, rows, and tokens of prompts.
    public static final long CACHE_BYTES = 1L << 30;

    public static final int MOST_ROWS = 256;
    public static final int MOST_PROMPT_TOKENS = 4096;
    /// Ended rows leave the batch when this share or less is still going: leaving copies the cache.
    public static final double KEEP_SHARE = 0.8;

    /// Contrastive decoding: draw from π^(1+strength) · π_ref^(−strength), among tokens at least `minP` times as
    /// likely under π as its best (0: all).
    public record Contrast(LanguageModel reference, double strength, double minP) {}

    private final LanguageModel policy;
    private final Contrast contrast;

    public Generator(LanguageModel policy) {
        this(policy, null);
    }

    public Generator(LanguageModel policy, Contrast contrast) {
        if (contrast != null
                && contrast.reference().settings().vocabularySize()
                        != policy.settings().vocabularySize()) {
            throw new BadInputException("Contrastive decoding needs two models of one vocabulary.");
        }
        this.policy = policy;
        this.contrast = contrast;
    }

    public List<Rollout> generate(List<int[]> prompts, SamplingSettings settings, Randomness randomness) {
        return generate(prompts, settings, randomness, ended -> {});
    }

    /// `samplesPerPrompt` responses to each prompt, ordered by prompt and sample. `afterToken` is told, after
    /// each token step, how many responses have ended so far; it may throw to give up.
    public List<Rollout> generate(
            List<int[]> prompts, SamplingSettings settings, Randomness randomness, IntConsumer afterToken) {
        Rollout[] all = new Rollout[prompts.size() * settings.samplesPerPrompt()];
        List<int[]> parts = parts(prompts, settings);
        try (PackedWeights packed = new PackedWeights(policy);
                PackedWeights other = contrast == null ? null : new PackedWeights(contrast.reference())) {
            List<GenerationBatch.Reader> readers = new ArrayList<>();
            readers.add(new GenerationBatch.Reader(policy, packed));
            if (contrast != null) {
                readers.add(new GenerationBatch.Reader(contrast.reference(), other));
            }
            int done = 0;
            for (int[] part : parts) {
                int before = done;
                List<GenerationBatch.Row> rows = rows(prompts, part, settings);
                try (GenerationBatch batch = new GenerationBatch(readers, contrast, settings, randomness, rows)) {
                    for (Rollout g : batch.run(ended -> afterToken.accept(before + ended))) {
                        all[g.prompt() * settings.samplesPerPrompt() + g.sample()] = g;
                    }
                }
                done += rows.size();
            }
        }
        return Arrays.asList(all);
    }

    /// Prompt indices, shortest first, cut into batches that fit the cache.
    private List<int[]> parts(List<int[]> prompts, SamplingSettings settings) {
        int[] order = IntStream.range(0, prompts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> prompts.get(i).length))
                .mapToInt(Integer::intValue)
                .toArray();
        int positions = contrast == null
                ? policy.positions()
                : Math.min(policy.positions(), contrast.reference().positions());
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        int promptTokens = 0;
        for (int i = 0; i < order.length; i++) {
            int length = prompts.get(order[i]).length;
            if (length == 0 || length >= positions) {
                throw new BadInputException("A prompt of " + length + " tokens cannot be answered by " + policy.name()
                        + ", which has " + positions + " positions.");
            }
            int rows = (i + 1 - from) * settings.samplesPerPrompt();
            long bytes = rows * KeyValueCache.bytesPerRow(policy.settings(), length + settings.maxNewTokens());
            promptTokens += length;
            if (i > from && (rows > MOST_ROWS || bytes > CACHE_BYTES || promptTokens > MOST_PROMPT_TOKENS)) {
                parts.add(Arrays.copyOfRange(order, from, i));
                from = i;
                promptTokens = length;
            }
        }
        if (from < order.length) {
            parts.add(Arrays.copyOfRange(order, from, order.length));
        }
        return parts;
    }

    private static List<GenerationBatch.Row> rows(List<int[]> prompts, int[] part, SamplingSettings settings) {
        List<GenerationBatch.Row> rows = new ArrayList<>();
        for (int prompt : part) {
            for (int sample = 0; sample < settings.samplesPerPrompt(); sample++) {
                rows.add(new GenerationBatch.Row(prompt, sample, prompts.get(prompt)));
            }
        }
        return rows;
    }
}
