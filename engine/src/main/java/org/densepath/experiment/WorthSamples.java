package org.densepath.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densepath.bench.RowSheet;
import org.densepath.bench.worth.Sampled;
import org.densepath.data.Prompt;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;

/// Draws samples from π_SFT, checks them and sums their credit. Prompts are drawn for in parts of fixed places in
/// their list, so that a draw depends on the seed and its prompt's place alone.
///
/// @param text whose tokenizer and template are used
public record WorthSamples(
        LoadedModel text,
        LanguageModel sft,
        List<Prompt> prompts,
        Check check,
        Credit credit,
        SamplingSettings settings,
        long seed) {
    private static final int PART = 16;

    /// Whether a response to the prompt at a place of the list, its text being `response`, is right.
    public interface Check {
        boolean right(int prompt, Rollout rollout, String response);
    }

    /// What the frozen models say of responses: `[i]` of the i-th.
    public interface Credit {
        List<Sums> of(List<Rollout> rollouts);
    }

    /// Σ_t r̂_t and Σ_t log π_SFT of one response.
    public record Sums(double reward, double logp) {}

    /// Hears that `samples` of all have been drawn, and `tokens` for them since the work began; may throw to give
    /// up.
    public interface Told {
        void at(int samples, long tokens);
    }

    /// How many samples there will be.
    public int all() {
        return prompts.size() * settings.samplesPerPrompt();
    }

    /// Adds what the sheet does not have yet.
    public void write(RowSheet sheet, Told told) {
        Set<String> done = new HashSet<>();
        sheet.rows().forEach(row -> done.add(name(Sampled.of(row))));
        int samples = settings.samplesPerPrompt();
        long tokens = 0;
        for (int from = 0; from < prompts.size(); from += PART) {
            List<Prompt> part = prompts.subList(from, Math.min(prompts.size(), from + PART));
            boolean there = part.stream().allMatch(p -> done.contains(p.id() + "|" + (samples - 1)));
            if (there) {
                continue;
            }
            int before = from * samples;
            long drawn = tokens;
            List<int[]> ids =
                    part.stream().map(p -> text.encodePrompt(p.messages())).toList();
            List<Rollout> rollouts = new Generator(sft)
                    .generate(
                            ids,
                            settings,
                            new Randomness(seed).derive(from / PART),
                            ended -> told.at(before + ended, drawn));
            tokens += rollouts.stream().mapToLong(r -> r.ids().length).sum();
            sheet.add(scored(from, rollouts).stream()
                    .filter(s -> !done.contains(name(s)))
                    .map(Sampled::row)
                    .toList());
        }
    }

    private static String name(Sampled sampled) {
        return sampled.key() + "|" + sampled.sample();
    }

    private List<Sampled> scored(int from, List<Rollout> rollouts) {
        List<Sums> sums = credit.of(rollouts);
        List<Sampled> all = new ArrayList<>();
        for (int i = 0; i < rollouts.size(); i++) {
            Rollout rollout = rollouts.get(i);
            int place = from + rollout.prompt();
            String response = text.decodeResponse(rollout.ids());
            all.add(new Sampled(
                    prompts.get(place).id(),
                    rollout.sample(),
                    response,
                    rollout.cut(),
                    check.right(place, rollout, response),
                    sums.get(i).reward(),
                    sums.get(i).logp(),
                    rollout.ids().length));
        }
        return all;
    }

    /// The rows of the prompts that are asked, among those that a folder has.
    public List<Sampled> kept(RowSheet sheet) {
        Set<String> asked = new HashSet<>();
        prompts.forEach(prompt -> asked.add(prompt.id()));
        return sheet.rows().stream()
                .map(Sampled::of)
                .filter(s -> asked.contains(s.key()))
                .toList();
    }
}
