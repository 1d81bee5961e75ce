package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.densepath.data.Prompt;
import org.densepath.model.Rollout;
import org.densepath.sample.task.Task;
import org.densepath.text.TokenSequence;
import org.densepath.train.ResponseCheck;

/// Prompts as the model gets them, with the checks and reference answers that some of them have.
final class PromptSet implements ResponseCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadedModel tokens;
    private final List<Prompt> prompts = new ArrayList<>();
    private final List<int[]> ids = new ArrayList<>();
    private final List<Optional<Task>> tasks = new ArrayList<>();

    /// Takes the prompts that leave room for a response within `maxTokens`; the others are told to `refused`.
    PromptSet(LoadedModel tokens, List<Prompt> all, int maxTokens, BiConsumer<Prompt, Integer> refused) {
        this.tokens = tokens;
        for (Prompt prompt : all) {
            int[] encoded = tokens.encodePrompt(prompt.messages());
            if (encoded.length + 1 >= maxTokens) {
                refused.accept(prompt, encoded.length);
            } else {
                prompts.add(prompt);
                ids.add(encoded);
                tasks.add(task(prompt));
            }
        }
    }

    private static Optional<Task> task(Prompt prompt) {
        if (!prompt.fields().has("check") || !prompt.fields().has("family")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.treeToValue(prompt.fields(), Task.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    int size() {
        return prompts.size();
    }

    List<Prompt> prompts() {
        return prompts;
    }

    List<int[]> ids() {
        return ids;
    }

    List<int[]> ids(int[] chosen) {
        return Arrays.stream(chosen).mapToObj(ids::get).toList();
    }

    boolean hasCheck(int prompt) {
        return tasks.get(prompt).isPresent();
    }

    /// The places of the prompts that have a check.
    List<Integer> checked() {
        return IntStream.range(0, size()).filter(this::hasCheck).boxed().toList();
    }

    /// The task's family, or the prompt's category.
    String family(int prompt) {
        return tasks.get(prompt).map(Task::family).orElse(prompts.get(prompt).category());
    }

    /// 1 where the response ends by itself and its text is right, 0 where not, NaN where the prompt has no check.
    @Override
    public double check(int prompt, Rollout rollout) {
        return tasks.get(prompt)
                .map(task -> !rollout.cut() && task.accepts(tokens.decodeResponse(rollout.ids())) ? 1.0 : 0.0)
                .orElse(Double.NaN);
    }

    /// A check that knows the prompts by their place in `chosen`.
    ResponseCheck checkOf(int[] chosen) {
        return (prompt, rollout) -> check(chosen[prompt], rollout);
    }

    /// The prompts that have a reference answer, followed by it and the end token.
    List<TokenSequence> references() {
        List<TokenSequence> all = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            Optional<String> reference = prompts.get(i).reference().filter(text -> !text.isBlank());
            if (reference.isPresent()) {
                all.add(TokenSequence.of(ids.get(i), tokens.encodeWholeAnswer(reference.get())));
            }
        }
        return all;
    }
}
