package org.densepath.sample.make;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.sample.model.SpecialToken;
import org.densepath.sample.task.Task;
import org.densepath.sample.task.TaskFamily;
import org.densepath.text.ChatTemplate;
import org.densepath.text.Message;
import org.densepath.text.PromptEncoder;
import org.densepath.text.Tokenizer;

/// Puts tasks to a model through its own template and tokenizer, and tells what share it solves: a response that
/// its task's check accepts and that ends with the end token.
public final class Examination implements AutoCloseable {
    /// Right answers have 45 tokens at most.
    private static final int LONGEST_RESPONSE = 64;

    private final Tokenizer tokenizer;
    private final List<Task> tasks;
    private final List<int[]> prompts;

    /// `files`: the model's folder, for its tokenizer and template.
    public Examination(ModelFiles files, List<Task> tasks) {
        ChatTemplate template = ChatTemplate.of(files);
        this.tokenizer = Tokenizer.of(files);
        this.tasks = List.copyOf(tasks);
        PromptEncoder encoder = new PromptEncoder(
                tokenizer, messages -> template.render(messages, true), PromptEncoder.Injected.READ_AS_TEXT);
        this.prompts = this.tasks.stream()
                .map(task ->
                        encoder.encode(List.of(Message.user(task.prompt()))).ids())
                .toList();
    }

    /// The share of responses that are right, from 0 to 1: of all, and by family in the order of the tables.
    public record Success(double overall, SequencedMap<String, Double> byFamily) {
        /// `add 71, story 22, …`, in percent.
        public String inWords() {
            return byFamily.entrySet().stream()
                    .map(family -> family.getKey() + " " + Math.round(100 * family.getValue()))
                    .collect(Collectors.joining(", "));
        }
    }

    /// The likeliest response to each task.
    public Success greedy(LanguageModel model) {
        return examine(model, SamplingSettings.greedy(LONGEST_RESPONSE, SpecialToken.END.id()), 0);
    }

    /// `samples` responses to each task, drawn at temperature 1.
    public Success sampled(LanguageModel model, int samples, long seed) {
        return examine(model, SamplingSettings.sampling(1, 1, LONGEST_RESPONSE, samples, SpecialToken.END.id()), seed);
    }

    private Success examine(LanguageModel model, SamplingSettings settings, long seed) {
        List<Rollout> rollouts = new Generator(model).generate(prompts, settings, new Randomness(seed));
        SequencedMap<String, Double> byFamily = new LinkedHashMap<>();
        for (TaskFamily family : TaskFamily.ALL) {
            rollouts.stream()
                    .filter(rollout -> tasks.get(rollout.prompt()).family().equals(family.name()))
                    .mapToInt(rollout -> right(rollout) ? 1 : 0)
                    .average()
                    .ifPresent(share -> byFamily.put(family.name(), share));
        }
        double overall = rollouts.stream()
                .mapToInt(rollout -> right(rollout) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
        return new Success(overall, byFamily);
    }

    private boolean right(Rollout rollout) {
        return !rollout.cut() && tasks.get(rollout.prompt()).accepts(text(rollout));
    }

    private String text(Rollout rollout) {
        int[] ids = rollout.ids();
        return tokenizer.decode(Arrays.copyOf(ids, ids.length - 1));
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
