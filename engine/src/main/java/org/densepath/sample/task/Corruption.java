package org.densepath.sample.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.sample.Draws;

/// An answer in which one span was made wrong at a known place: `text.substring(start, end)` is what was put
/// there. Places count characters of the answer as a task has it; where the answer stands with its leading blank,
/// add one.
public record Corruption(String text, int start, int end, Kind kind) {
    /// What was made wrong.
    public enum Kind {
        NUMBER,
        NAME,
        WORD,
        OPPOSITE,
        ORDER
    }

    private static final Map<String, String> OPPOSITES = Map.of(
            "True", "False",
            "False", "True",
            "greater", "less",
            "less", "greater",
            "largest", "smallest",
            "smallest", "largest");

    private static final Pattern SPAN = Pattern.compile("[0-9]+|\\b(?:"
            + String.join(
                    "|",
                    Stream.of(Words.ALL, Words.NAMES, Words.PLURALS, OPPOSITES.keySet())
                            .flatMap(words -> words.stream())
                            .toList())
            + ")\\b");

    /// How often a list of words or numbers gets two neighbours swapped, and not one item replaced.
    private static final double ORDER_SHARE = 0.25;

    /// Tries per task: a slip in the steps of an addition, say, leaves the end right, and another place is drawn.
    private static final int TRIES = 20;

    /// A right answer made wrong at one place, so that the task's check refuses it; empty when no try found one.
    public static Optional<Corruption> wrong(Task task, Draws draws) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Corruption> corruption = isList(task.check()) && draws.chance(ORDER_SHARE)
                    ? Optional.of(swapped(task.answer(), draws))
                    : replaced(task.answer(), draws);
            if (corruption.isPresent() && !task.accepts(corruption.get().text())) {
                return corruption;
            }
        }
        return Optional.empty();
    }

    /// The text with one number, name, word or opposite replaced by another of its kind, whether or not a check
    /// would notice; empty when it has none.
    public static Optional<Corruption> replaced(String text, Draws draws) {
        List<MatchResult> spans = SPAN.matcher(text).results().toList();
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        MatchResult span = draws.oneOf(spans);
        Kind kind = kind(span.group());
        String other = other(span.group(), kind, draws);
        return Optional.of(new Corruption(
                text.substring(0, span.start()) + other + text.substring(span.end()),
                span.start(),
                span.start() + other.length(),
                kind));
    }

    private static boolean isList(Check check) {
        return check instanceof Check.NumberList
                || check instanceof Check.WordList
                || check instanceof Check.FirstLetters;
    }

    private static Corruption swapped(String list, Draws draws) {
        List<String> items = new ArrayList<>(Spelling.items(list));
        int first = draws.below(items.size() - 1);
        String pair = items.get(first + 1) + ", " + items.get(first);
        int start = items.subList(0, first).stream()
                .mapToInt(item -> item.length() + 2)
                .sum();
        int end = start + pair.length();
        return new Corruption(list.substring(0, start) + pair + list.substring(end), start, end, Kind.ORDER);
    }

    private static Kind kind(String span) {
        if (Character.isDigit(span.charAt(0))) {
            return Kind.NUMBER;
        }
        if (OPPOSITES.containsKey(span)) {
            return Kind.OPPOSITE;
        }
        return Words.NAMES.contains(span) ? Kind.NAME : Kind.WORD;
    }

    private static String other(String span, Kind kind, Draws draws) {
        return switch (kind) {
            case NUMBER -> String.valueOf(otherNumber(Integer.parseInt(span), span.length(), draws));
            case OPPOSITE -> OPPOSITES.get(span);
            case NAME -> otherWord(span, Words.NAMES, draws);
            default -> otherWord(span, Words.PLURALS.contains(span) ? Words.PLURALS : Words.ALL, draws);
        };
    }

    /// Seven times in ten a near miss (off by 1, 2 or 10), else any other number of as many digits.
    private static int otherNumber(int number, int digits, Draws draws) {
        int low = digits == 1 ? 0 : (int) Math.pow(10, digits - 1);
        int high = (int) Math.pow(10, digits) - 1;
        if (draws.chance(0.7)) {
            return draws.oneOf(Stream.of(-10, -2, -1, 1, 2, 10)
                    .map(miss -> number + miss)
                    .filter(near -> near >= low && near <= high)
                    .toList());
        }
        int other = draws.between(low, high - 1);
        return other < number ? other : other + 1;
    }

    private static String otherWord(String word, List<String> words, Draws draws) {
        return draws.oneOf(words.stream().filter(other -> !other.equals(word)).toList());
    }
}
