package org.densepath.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.densepath.BadInputException;

/// Each item of a benchmark with its answers, in the items' order. Nothing is scored unless every item has an
/// answer and every answer an item.
public final class Answered {
    private static final int NAMED = 3;

    private Answered() {}

    /// `id` and `text` say what an answer may name an item by. Throws [BadInputException] where an answer belongs
    /// to no item, two belong to one and are the same sample, an item has none, or the answers are of several
    /// models.
    public static <T> Map<T, List<Answer>> match(
            List<T> items, Function<T, String> id, Function<T, String> text, List<Answer> answers, Path file) {
        Map<String, T> byId = new HashMap<>();
        Map<String, T> byText = new HashMap<>();
        Map<T, List<Answer>> matched = new LinkedHashMap<>();
        for (T item : items) {
            byId.put(id.apply(item), item);
            byText.put(text.apply(item), item);
            matched.put(item, new ArrayList<>());
        }
        Set<String> models = new LinkedHashSet<>();
        for (Answer answer : answers) {
            T item = answer.key().isEmpty() ? byText.get(answer.prompt()) : byId.get(answer.key());
            boolean another = item != null
                    && !answer.prompt().isEmpty()
                    && !answer.prompt().equals(text.apply(item));
            if (item == null || another) {
                throw new BadInputException(file + ", line " + answer.line() + ", answers "
                        + (answer.key().isEmpty() ? "a prompt" : "'" + answer.key() + "'")
                        + (another ? " with another text than" : " that is not in")
                        + " these prompts; name the prompts that"
                        + " the answers were made for.");
            }
            List<Answer> of = matched.get(item);
            of.stream().filter(a -> a.sample() == answer.sample()).findFirst().ifPresent(a -> {
                throw new BadInputException(file + ", line " + answer.line() + ", answers '" + id.apply(item)
                        + "' again, which line " + a.line() + " has answered; keep one of them.");
            });
            of.add(answer);
            models.add(answer.model());
        }
        requireOneModel(models, file);
        requireAll(matched, id, file);
        return matched;
    }

    private static void requireOneModel(Set<String> models, Path file) {
        if (models.size() > 1) {
            throw new BadInputException(file + " holds answers of several models (" + String.join(", ", models)
                    + "); score one at a time.");
        }
    }

    private static <T> void requireAll(Map<T, List<Answer>> matched, Function<T, String> id, Path file) {
        List<String> missing = matched.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> id.apply(entry.getKey()))
                .toList();
        if (!missing.isEmpty()) {
            throw new BadInputException(file + " has no answer to " + missing.size() + " of " + matched.size()
                    + " prompts (" + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                    + (missing.size() > NAMED ? ", …" : "")
                    + "); answer them too, or leave them out of the prompts.");
        }
    }
}
