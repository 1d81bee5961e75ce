package org.densepath.bench.localise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.data.Prompt;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Task;

/// Right answers with errors, from a file of prompts: tasks with a checker, GSM8K's worked answers without their
/// calculator's marks, any prompts with an answer, and pairs that the user made: `answer` and `corrupted`, with
/// `start` and `end` of the error in `corrupted` (code points; else it is where the two differ) and its `kind`.
public final class RightAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CALCULATED = Pattern.compile("<<[^>]*>>");
    private static final String GIVEN = "given";

    private final Path file;
    private final long seed;
    private final Set<CorruptionKind> kinds;

    private RightAnswers(Path file, long seed, Set<CorruptionKind> kinds) {
        this.file = file;
        this.seed = seed;
        this.kinds = kinds;
    }

    /// For each of the first `limit` prompts (0: all) one error of each kind that its answer has a place for. The
    /// same seed gives the same errors, whatever the limit. Throws [BadInputException] where a prompt has no
    /// answer, or no answer of the file has such a place.
    public static List<Corrupted> corrupted(Path file, int limit, long seed, Set<CorruptionKind> kinds) {
        RightAnswers answers = new RightAnswers(file, seed, kinds);
        List<Corrupted> all = BenchmarkPrompts.read(file, limit).stream()
                .flatMap(prompt -> answers.of(prompt).stream())
                .toList();
        if (all.isEmpty()) {
            throw new BadInputException("No answer in " + file + " has a place for such an error; name other --kinds,"
                    + " or give pairs with the fields answer and corrupted.");
        }
        return all;
    }

    private List<Corrupted> of(Prompt prompt) {
        if (prompt.fields().path("corrupted").isTextual()) {
            return List.of(given(prompt));
        }
        String right = CALCULATED.matcher(answer(prompt)).replaceAll("");
        Predicate<String> wrong = task(prompt)
                .<Predicate<String>>map(task -> text -> !task.accepts(text) || Equations.broken(text))
                .orElse(_ -> true);
        List<Corrupted> all = new ArrayList<>();
        for (CorruptionKind kind : CorruptionKind.values()) {
            if (kinds.contains(kind)) {
                Draws draws = new Draws(seed * 1_000_003 + 31L * prompt.id().hashCode() + kind.ordinal());
                new Corruptor(draws)
                        .change(right, kind, wrong)
                        .ifPresent(change ->
                                all.add(new Corrupted(prompt.id(), kind.label(), prompt.messages(), right, change)));
            }
        }
        return all;
    }

    private Corrupted given(Prompt prompt) {
        ObjectNode fields = prompt.fields();
        String right = answer(prompt);
        String wrong = fields.path("corrupted").asText();
        try {
            Change change = fields.has("start") || fields.has("end")
                    ? new Change(
                            wrong,
                            wrong.offsetByCodePoints(0, fields.path("start").asInt(-1)),
                            wrong.offsetByCodePoints(0, fields.path("end").asInt(-1)))
                    : Change.between(right, wrong);
            String kind = fields.path("kind").asText();
            return new Corrupted(prompt.id(), kind.isBlank() ? GIVEN : kind, prompt.messages(), right, change);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadInputException(
                    where(prompt) + " has no error at a place in 'corrupted'; expected a text that differs from"
                            + " 'answer', and start and end of the error in it.",
                    e);
        }
    }

    private String answer(Prompt prompt) {
        return prompt.reference()
                .or(() -> Stream.of("answer", "response", "completion")
                        .map(name -> prompt.fields().path(name).asText())
                        .filter(text -> !text.isBlank())
                        .findFirst())
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadInputException(
                        where(prompt) + " has no right answer; expected it in the field 'answer'."));
    }

    /// A prompt of the sample's tasks is held against its checker.
    private static Optional<Task> task(Prompt prompt) {
        if (!prompt.fields().has("check")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.treeToValue(prompt.fields(), Task.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String where(Prompt prompt) {
        return file + ", line " + prompt.line() + ",";
    }
}
