package org.densepath.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densepath.bench.Answer;
import org.densepath.bench.Benchmark;
import org.densepath.bench.RowSheet;
import org.densepath.bench.worth.Sampled;
import org.densepath.data.Prompt;
import org.densepath.model.Generator;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.text.TokenSequence;

/// Draws samples from π_SFT, checks them and sums their credit. Prompts are drawn for in parts of fixed places in
/// the file, so that a draw depends on the seed and its prompt's place alone.
record WorthSamples(Models models, Benchmark benchmark, SamplingSettings settings, long seed) {
    private static final int PART = 16;
    private static final int TOKEN_BUDGET = 2048;

    /// Adds what the sheet does not have yet.
    void write(RowSheet sheet, Progress progress) {
        Set<String> done = new HashSet<>();
        sheet.rows().forEach(row -> done.add(name(Sampled.of(row))));
        List<Prompt> prompts = benchmark.prompts();
        int samples = settings.samplesPerPrompt();
        long began = System.nanoTime();
        long tokens = 0;
        for (int from = 0; from < prompts.size(); from += PART) {
            List<Prompt> part = prompts.subList(from, Math.min(prompts.size(), from + PART));
            boolean there = part.stream().allMatch(p -> done.contains(p.id() + "|" + (samples - 1)));
            if (there) {
                continue;
            }
            int before = from;
            long drawn = tokens;
            List<int[]> ids = part.stream()
                    .map(p -> models.policy().encodePrompt(p.messages()))
                    .toList();
            List<Rollout> rollouts = new Generator(models.policy().model())
                    .generate(ids, settings, new Randomness(seed).derive(from / PART), ended -> {
                        int all = prompts.size() * samples;
                        int now = before * samples + ended;
                        progress.at(now / (double) all, BenchAnswers.counts(now, all, drawn, began));
                    });
            tokens += rollouts.stream().mapToLong(r -> r.ids().length).sum();
            sheet.add(scored(part, rollouts).stream()
                    .filter(s -> !done.contains(name(s)))
                    .map(Sampled::row)
                    .toList());
        }
    }

    private static String name(Sampled sampled) {
        return sampled.key() + "|" + sampled.sample();
    }

    private List<Sampled> scored(List<Prompt> part, List<Rollout> rollouts) {
        List<TokenSequence> sequences = rollouts.stream().map(Rollout::sequence).toList();
        List<SequenceScores> bySft = new TokenScorer(models.policy().model(), TOKEN_BUDGET).score(sequences);
        List<SequenceScores> byReference = new TokenScorer(models.reference().model(), TOKEN_BUDGET).score(sequences);
        List<Sampled> all = new ArrayList<>();
        for (int i = 0; i < rollouts.size(); i++) {
            Rollout rollout = rollouts.get(i);
            Prompt prompt = part.get(rollout.prompt());
            String text = models.policy().decodeResponse(rollout.ids());
            Answer answer = new Answer(prompt.id(), prompt.text(), text, "", rollout.sample(), rollout.cut(), 0);
            double logp = bySft.get(i).sum();
            all.add(new Sampled(
                    prompt.id(),
                    rollout.sample(),
                    text,
                    rollout.cut(),
                    benchmark.right(prompt, answer),
                    logp - byReference.get(i).sum(),
                    logp,
                    rollout.ids().length));
        }
        return all;
    }
}
