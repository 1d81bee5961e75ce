package org.densepath.sample.task;

import java.util.List;
import java.util.stream.IntStream;
import org.densepath.sample.Draws;

/// The number that continues an even sequence; it must be the last of at most two numbers.
final class NextNumber implements TaskFamily {
    @Override
    public String name() {
        return "next";
    }

    @Override
    public Task generate(Draws draws) {
        int step = draws.between(2, 9);
        int start = draws.between(1, 50);
        int shown = draws.between(3, 4);
        List<Integer> numbers =
                IntStream.range(0, shown).map(i -> start + step * i).boxed().toList();
        int value = start + step * shown;
        String prompt = draws.oneOf(
                        "What comes next: %s?", "Continue the pattern: %s.", "Find the next number after %s.")
                .formatted(Spelling.list(numbers));
        return new Task(
                name(),
                prompt,
                "The step is %s, so the next number is %s.".formatted(step, value),
                new Check.LastNumber(value, 2, ""));
    }
}
