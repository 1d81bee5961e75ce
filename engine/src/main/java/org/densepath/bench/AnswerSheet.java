package org.densepath.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.densepath.data.Prompt;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunStorageException;

/// The folder of one model's answers to one benchmark: `settings.json` (what they depend on: the model's content,
/// template, limits), `answers.jsonl` (only ever added to), `scores.json`, `checks.jsonl` (which answers are
/// right). Answers that are there are never made again.
public final class AnswerSheet {
    private final RowSheet rows;

    private AnswerSheet(RowSheet rows) {
        this.rows = rows;
    }

    /// Opens a folder, or makes it. Throws [org.densepath.BadInputException] where it holds answers that other
    /// settings gave.
    public static AnswerSheet open(Path folder, ObjectNode settings) {
        return new AnswerSheet(RowSheet.open(folder, "answers.jsonl", settings));
    }

    public Path answers() {
        return rows.file();
    }

    /// The prompts that have no answer yet.
    public List<Prompt> missing(List<Prompt> prompts) {
        Set<String> done = new HashSet<>();
        written().forEach(answer -> done.add(answer.key()));
        return prompts.stream().filter(prompt -> !done.contains(prompt.id())).toList();
    }

    private List<Answer> written() {
        try {
            boolean some = Files.exists(answers()) && Files.size(answers()) > 0;
            return some ? AnswersFile.read(answers()) : List.of();
        } catch (IOException e) {
            throw RunStorageException.reading(answers(), e);
        }
    }

    /// Adds answers, one row each, and waits until they are on the disk.
    public void add(List<ObjectNode> answers) {
        rows.add(answers);
    }

    /// Scores the answers to `benchmark`'s prompts and keeps the scores. Answers to further prompts, from a run
    /// without a limit, are left aside when `part`. Throws [org.densepath.BadInputException] where an answer is
    /// missing or strange.
    public Scores score(Benchmark benchmark, boolean part) {
        Set<String> asked = new HashSet<>();
        benchmark.prompts().forEach(prompt -> asked.add(prompt.id()));
        List<Answer> used =
                written().stream().filter(a -> !part || asked.contains(a.key())).toList();
        Map<Prompt, List<Answer>> matched =
                Answered.match(benchmark.prompts(), Prompt::id, Prompt::text, used, answers());
        Scores scores = benchmark.score(matched, answers());
        AtomicFiles.write(rows.folder().resolve("checks.jsonl"), checks(benchmark, matched));
        AtomicFiles.write(rows.folder().resolve("scores.json"), scores.json().toPrettyString() + "\n");
        return scores;
    }

    /// A line a prompt, `{"key", "correct"}`: by which two models are compared on the same prompts.
    private static String checks(Benchmark benchmark, Map<Prompt, List<Answer>> matched) {
        StringBuilder lines = new StringBuilder();
        matched.forEach((prompt, answers) -> lines.append(JsonNodeFactory.instance
                        .objectNode()
                        .put("key", prompt.id())
                        .put("correct", benchmark.right(prompt, answers.getFirst())))
                .append('\n'));
        return lines.toString();
    }
}
