package org.densepath.bench.localise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Words;

/// Makes a right answer wrong in one span, at a place that is drawn among all where that kind of error can be
/// made. The same text and draws give the same error.
final class Corruptor {
    /// Places that are tried before a text counts as one without.
    private static final int TRIES = 20;

    private static final List<String> OPERATORS = List.of("+", "-", "*", "/");
    private static final Map<String, String> OPPOSITES = opposites(
            "True False",
            "true false",
            "Yes No",
            "yes no",
            "greater less",
            "more fewer",
            "larger smaller",
            "largest smallest",
            "always never",
            "before after",
            "above below",
            "first last",
            "increased decreased");
    private static final Pattern OPPOSITE = words(OPPOSITES.keySet().stream());
    private static final Pattern VERB =
            Pattern.compile("\\b(?:is|are|was|were|can|will|does|did|should)\\b(?: not\\b)?");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9.,])" + Equations.NUMBER + "(?<![,])");
    private static final Pattern KNOWN =
            words(Stream.of(Words.NAMES, Words.ALL, Words.PLURALS).flatMap(List::stream));
    /// A capital inside a sentence: after a small letter, a digit or a comma.
    private static final Pattern CAPITAL = Pattern.compile("(?<=[\\p{Ll}0-9,] )\\p{Lu}\\p{Ll}+\\b");
    private static final Pattern LIST = Pattern.compile("[\\p{L}0-9]+(?:, [\\p{L}0-9]+)+");
    private static final Pattern COMPARED = Pattern.compile("\\b(" + Equations.NUMBER
            + ")( is (?:less|greater|more|larger|smaller) than )(" + Equations.NUMBER + ")(?![0-9])");
    private static final Pattern TAKEN =
            Pattern.compile("(" + Equations.NUMBER + ")( ?[-−/÷] ?\\$?)(" + Equations.NUMBER + ")");
    private static final Pattern SIGN = Pattern.compile("(?<=[0-9] ?)" + Equations.OPERATOR + "(?= ?\\$?[0-9])");

    private final Draws draws;

    Corruptor(Draws draws) {
        this.draws = draws;
    }

    /// An error of this kind that `wrong` agrees is one; empty where none was found.
    Optional<Change> change(String right, CorruptionKind kind, Predicate<String> wrong) {
        List<Change> places = places(right, kind);
        for (int attempt = 0; attempt < TRIES && !places.isEmpty(); attempt++) {
            Change drawn = draws.oneOf(places);
            if (wrong.test(drawn.text())) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    private List<Change> places(String right, CorruptionKind kind) {
        return switch (kind) {
            case NUMBER ->
                NUMBER.matcher(right)
                        .results()
                        .map(n -> replaced(right, n, OtherNumber.than(n.group(), draws)))
                        .toList();
            case NAME -> names(right);
            case OPERATOR -> operators(right);
            case NEGATION -> negations(right);
            case ORDER -> swaps(right);
        };
    }

    private List<Change> names(String right) {
        List<Change> all = new ArrayList<>();
        KNOWN.matcher(right).results().forEach(word -> {
            List<String> others = Stream.of(Words.NAMES, Words.PLURALS, Words.ALL)
                    .filter(list -> list.contains(word.group()))
                    .findFirst()
                    .orElseThrow();
            all.add(replaced(right, word, otherOf(others, word.group())));
        });
        CAPITAL.matcher(right)
                .results()
                .filter(word -> !Words.NAMES.contains(word.group()) && !OPPOSITES.containsKey(word.group()))
                .forEach(word -> all.add(replaced(right, word, otherOf(Words.NAMES, word.group()))));
        return all;
    }

    private String otherOf(List<String> words, String word) {
        return draws.oneOf(words.stream().filter(other -> !other.equals(word)).toList());
    }

    /// Only in equations that hold, and only where they do not hold any more.
    private List<Change> operators(String right) {
        List<Change> all = new ArrayList<>();
        for (MatchResult equation : Equations.in(right)) {
            Matcher sign = SIGN.matcher(right).region(equation.start(), equation.end());
            sign.useTransparentBounds(true);
            while (Equations.holds(equation.group()) && sign.find()) {
                for (String other : OPERATORS) {
                    Change change = Change.replacing(right, sign.start(), sign.end(), other);
                    if (brokenAt(change, equation)) {
                        all.add(change);
                    }
                }
            }
        }
        return all;
    }

    private List<Change> negations(String right) {
        List<Change> all = new ArrayList<>();
        OPPOSITE.matcher(right).results().forEach(word -> all.add(replaced(right, word, OPPOSITES.get(word.group()))));
        VERB.matcher(right).results().forEach(verb -> {
            String text = verb.group();
            boolean negated = text.endsWith(" not");
            if (!negated || verb.end() < right.strip().length()) {
                all.add(replaced(right, verb, negated ? text.substring(0, text.length() - 4) : text + " not"));
            }
        });
        return all;
    }

    private List<Change> swaps(String right) {
        List<Change> all = new ArrayList<>();
        LIST.matcher(right).results().forEach(list -> {
            String[] items = list.group().split(", ");
            int at = list.start();
            for (int i = 0; i + 1 < items.length; i++) {
                String pair = items[i + 1] + ", " + items[i];
                if (!items[i].equals(items[i + 1])) {
                    all.add(Change.replacing(right, at, at + pair.length(), pair));
                }
                at += items[i].length() + 2;
            }
        });
        COMPARED.matcher(right)
                .results()
                .filter(sides -> !sides.group(1).equals(sides.group(3)))
                .forEach(sides -> all.add(swapped(right, sides)));
        for (MatchResult equation : Equations.in(right)) {
            Matcher sides = TAKEN.matcher(right).region(equation.start(), equation.end());
            while (Equations.holds(equation.group()) && sides.find()) {
                if (sides.group(1).equals(sides.group(3))) {
                    continue;
                }
                Change change = swapped(right, sides.toMatchResult());
                if (brokenAt(change, equation)) {
                    all.add(change);
                }
            }
        }
        return all;
    }

    private static boolean brokenAt(Change change, MatchResult equation) {
        return Equations.in(change.text()).stream()
                .filter(other -> other.start() == equation.start())
                .anyMatch(other -> !Equations.holds(other.group()));
    }

    private static Change swapped(String right, MatchResult sides) {
        return replaced(right, sides, sides.group(3) + sides.group(2) + sides.group(1));
    }

    private static Change replaced(String right, MatchResult at, String by) {
        return Change.replacing(right, at.start(), at.end(), by);
    }

    private static Pattern words(Stream<String> words) {
        return Pattern.compile("\\b(?:" + words.sorted().collect(Collectors.joining("|")) + ")\\b");
    }

    private static Map<String, String> opposites(String... pairs) {
        return Stream.of(pairs)
                .map(pair -> pair.split(" "))
                .flatMap(pair -> Stream.of(Map.entry(pair[0], pair[1]), Map.entry(pair[1], pair[0])))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
