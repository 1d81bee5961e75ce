package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.densepath.data.Demonstration;
import org.densepath.data.Prompt;

/// How much there is to compute, in records and tokens. Of a large set, lengths are those of a sample of it, and
/// the counts are scaled up. Lengths of answers include the end token.
///
/// @param demonstrations demonstrations that are short enough
/// @param tooLong demonstrations that are left out for their length
/// @param lengths tokens of each demonstration in the sample, prompt and answer
/// @param answers tokens of each one's answer
/// @param prompts tokens of DPR prompts
/// @param validation tokens of validation prompts
/// @param heldOut tokens of held-out prompts
/// @param references tokens of the held-out prompts' reference answers with their prompts, in all
/// @param sampled whether a set was too large to be counted as a whole
public record Workload(
        int demonstrations,
        int tooLong,
        int[] lengths,
        int[] answers,
        Lengths prompts,
        Lengths validation,
        Lengths heldOut,
        long references,
        boolean sampled) {
    private static final int MOST = 2_000;

    /// `count` prompts, of which these are the lengths of some or all, in tokens.
    public record Lengths(int count, int[] tokens) {
        public double mean() {
            return Arrays.stream(tokens).average().orElse(0);
        }

        public int longest() {
            return Arrays.stream(tokens).max().orElse(0);
        }
    }

    /// Counts the data with `model`'s tokenizer and template.
    static Workload of(ExperimentData data, LoadedModel model, int maxTokens) {
        List<Demonstration> some = some(data.demonstrations());
        List<int[]> kept = new ArrayList<>();
        for (Demonstration d : some) {
            int answer = model.encodeAnswer(d.answer()).length + 1;
            int length = model.encodePrompt(d.prompt()).length + answer;
            if (answer > 1 && length <= maxTokens) {
                kept.add(new int[] {length, answer});
            }
        }
        double scale = some.isEmpty() ? 0 : (double) data.demonstrations().size() / some.size();
        int usable = (int) Math.round(scale * kept.size());
        ToIntFunction<Prompt> length = p -> model.encodePrompt(p.messages()).length;
        List<Prompt> scored = some(data.heldOut());
        long references = scored.stream()
                .filter(p -> p.reference().filter(text -> !text.isBlank()).isPresent())
                .mapToLong(p -> length.applyAsInt(p)
                        + model.encodeWholeAnswer(p.reference().orElseThrow()).length)
                .sum();
        return new Workload(
                usable,
                data.demonstrations().size() - usable,
                kept.stream().mapToInt(k -> k[0]).toArray(),
                kept.stream().mapToInt(k -> k[1]).toArray(),
                lengths(data.prompts(), length, maxTokens),
                lengths(data.validation(), length, maxTokens),
                lengths(data.heldOut(), length, maxTokens),
                scored.isEmpty() ? 0 : references * data.heldOut().size() / scored.size(),
                List.of(data.demonstrations(), data.prompts(), data.validation(), data.heldOut()).stream()
                        .anyMatch(set -> set.size() > MOST));
    }

    private static Lengths lengths(List<Prompt> prompts, ToIntFunction<Prompt> length, int maxTokens) {
        List<Prompt> some = some(prompts);
        int[] fitting =
                some.stream().mapToInt(length).filter(n -> n + 1 < maxTokens).toArray();
        double share = some.isEmpty() ? 0 : (double) fitting.length / some.size();
        return new Lengths((int) Math.round(share * prompts.size()), fitting);
    }

    /// At most [#MOST] items, evenly spaced.
    private static <T> List<T> some(List<T> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<T> some = new ArrayList<>(MOST);
        for (int i = 0; i < MOST; i++) {
            some.add(all.get((int) ((long) i * all.size() / MOST)));
        }
        return some;
    }

    /// Mean tokens of a demonstration.
    double meanLength() {
        return Arrays.stream(lengths).average().orElse(0);
    }

    /// The updates of SFT, of each seed.
    public long updates(Experiment.SftStage settings) {
        return SupervisedStage.steps(settings, demonstrations);
    }

    /// The most tokens of a prompt that is answered.
    public int longestPrompt() {
        return Math.max(prompts.longest(), Math.max(validation.longest(), heldOut.longest()));
    }
}
