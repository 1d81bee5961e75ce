package org.densepath.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Evaluation items whose [NormalisedText] also occurs in training: scores on them measure memory. Finds the same
/// text written differently, not a paraphrase.
public record Overlap<T, E>(List<Pair<T, E>> pairs) {

    /// An evaluation item and the first training item with its text.
    public record Pair<T, E>(T training, E evaluation, String text) {}

    public Overlap {
        pairs = List.copyOf(pairs);
    }

    /// Each evaluation item at most once, in order. Empty texts never match.
    public static <T, E> Overlap<T, E> find(
            List<T> training,
            Function<T, String> trainingText,
            List<E> evaluation,
            Function<E, String> evaluationText) {
        Map<String, T> seen = new HashMap<>();
        for (T item : training) {
            seen.putIfAbsent(NormalisedText.of(trainingText.apply(item)), item);
        }
        List<Pair<T, E>> pairs = new ArrayList<>();
        for (E item : evaluation) {
            String text = NormalisedText.of(evaluationText.apply(item));
            T found = seen.get(text);
            if (found != null && !text.isEmpty()) {
                pairs.add(new Pair<>(found, item, text));
            }
        }
        return new Overlap<>(pairs);
    }

    /// Demonstrations against held-out prompts.
    public static Overlap<Demonstration, Prompt> find(List<Demonstration> training, List<Prompt> evaluation) {
        return find(training, Demonstration::promptText, evaluation, Prompt::text);
    }

    public boolean isEmpty() {
        return pairs.isEmpty();
    }
}
