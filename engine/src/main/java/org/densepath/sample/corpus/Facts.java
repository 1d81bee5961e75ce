package org.densepath.sample.corpus;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Words;

/// True statements of the kinds that the tasks need: sums, comparisons, categories, orders, sequences.
final class Facts {
    private final Draws draws;

    Facts(Draws draws) {
        this.draws = draws;
    }

    /// So many facts, one after the other.
    String next(int count) {
        return Stream.generate(this::next).limit(count).collect(Collectors.joining(" "));
    }

    private String next() {
        return switch (draws.below(7)) {
            case 0 -> digitSum();
            case 1 -> comparison();
            case 2 -> category();
            case 3 ->
                list(draws.distinct(Words.ALL, draws.between(2, 6)).stream().sorted());
            case 4 -> sequence();
            case 5 ->
                list(draws.distinctNumbers(1, 99, draws.between(3, 6)).stream().sorted());
            default -> thereAndBack();
        };
    }

    private String digitSum() {
        int a = draws.between(0, 9);
        int b = draws.between(0, 9);
        boolean carry = draws.chance(0.4);
        return a + " + " + b + (carry ? " + 1 = " : " = ") + (a + b + (carry ? 1 : 0)) + ".";
    }

    private String comparison() {
        List<Integer> numbers = draws.distinctNumbers(1, 99, 2);
        int a = numbers.get(0);
        int b = numbers.get(1);
        return a + " is " + (a > b ? "greater" : "less") + " than " + b + ".";
    }

    private String category() {
        String category = draws.oneOf(Words.CATEGORY_NAMES);
        List<String> words = draws.distinct(Words.CATEGORIES.get(category), draws.between(2, 4));
        return String.join(", ", words) + " are " + category + ".";
    }

    private String sequence() {
        int step = draws.between(2, 9);
        int start = draws.between(1, 50);
        return list(IntStream.range(0, draws.between(3, 7)).mapToObj(i -> start + step * i));
    }

    private String thereAndBack() {
        int a = draws.between(10, 60);
        int b = draws.between(2, 9);
        return a + " + " + b + " = " + (a + b) + ". " + (a + b) + " - " + b + " = " + a + ".";
    }

    private static String list(Stream<?> items) {
        return items.map(String::valueOf).collect(Collectors.joining(", ")) + ".";
    }
}
