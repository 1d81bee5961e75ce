package org.densepath.sample.task;

import java.util.Collections;
import java.util.List;
import org.densepath.sample.Draws;

/// The largest or smallest of three to five numbers; it must be the only number, with the word.
final class Extreme implements TaskFamily {
    @Override
    public String name() {
        return "extreme";
    }

    @Override
    public Task generate(Draws draws) {
        List<Integer> numbers = draws.distinctNumbers(10, 99, draws.between(3, 5));
        boolean largest = draws.chance(0.5);
        String word = largest ? "largest" : "smallest";
        String prompt = draws.oneOf(
                        "Which number is the %s: %s?", "Find the %s number in this list: %s.", "What is the %s of %s?")
                .formatted(word, Spelling.list(numbers));
        int value = largest ? Collections.max(numbers) : Collections.min(numbers);
        return new Task(
                name(), prompt, "The %s number is %s.".formatted(word, value), new Check.OnlyNumber(value, word));
    }
}
