package org.densepath.bench.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densepath.BadInputException;
import org.densepath.bench.Answer;
import org.densepath.bench.Benchmark;
import org.densepath.bench.Score;
import org.densepath.bench.Scores;
import org.densepath.data.Prompt;
import org.densepath.sample.task.Task;

/// Held-out tasks with a checker each, as in `sample-data`: the share that is right, in all and for each family.
/// Of several answers to a task the mean counts.
public final class SampleTasks implements Benchmark {
    private static final int TOKENS = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Prompt, Task> tasks = new LinkedHashMap<>();

    /// Throws [BadInputException] where a prompt has no checker.
    public SampleTasks(List<Prompt> prompts, Path file) {
        for (Prompt prompt : prompts) {
            try {
                tasks.put(prompt, JSON.treeToValue(prompt.fields(), Task.class));
            } catch (JsonProcessingException e) {
                throw new BadInputException(
                        file + ", line " + prompt.line()
                                + ", is no task with a checker; expected family, prompt, answer and check.",
                        e);
            }
        }
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public List<Prompt> prompts() {
        return List.copyOf(tasks.keySet());
    }

    @Override
    public int maxNewTokens() {
        return TOKENS;
    }

    @Override
    public boolean right(Prompt prompt, Answer answer) {
        return !answer.cut() && tasks.get(prompt).accepts(answer.text());
    }

    @Override
    public Scores score(Map<Prompt, List<Answer>> answers, Path file) {
        List<Double> right = new ArrayList<>();
        Map<String, List<Double>> byFamily = new TreeMap<>();
        answers.forEach((prompt, of) -> {
            Task task = tasks.get(prompt);
            double share = of.stream()
                    .mapToDouble(answer -> right(prompt, answer) ? 1 : 0)
                    .average()
                    .orElseThrow();
            right.add(share);
            byFamily.computeIfAbsent(task.family(), _ -> new ArrayList<>()).add(share);
        });
        List<Score> scores = new ArrayList<>();
        scores.add(Scores.mean("right", values(right)));
        byFamily.forEach((family, shares) -> scores.add(Scores.mean(family, values(shares))));
        return new Scores(name(), answers.size(), scores);
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
