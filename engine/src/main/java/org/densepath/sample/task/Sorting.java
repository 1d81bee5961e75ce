package org.densepath.sample.task;

import java.util.Comparator;
import java.util.List;
import org.densepath.sample.Draws;

/// Three or four numbers to be put in order, up or down; the exact list is judged.
final class Sorting implements TaskFamily {
    @Override
    public String name() {
        return "sort";
    }

    @Override
    public Task generate(Draws draws) {
        List<Integer> numbers = draws.distinctNumbers(1, 99, draws.chance(2 / 3.0) ? 3 : 4);
        boolean up = draws.chance(0.5);
        String prompt = draws.oneOf(
                        "Sort these numbers from %1$s to %2$s: %4$s.",
                        "Order from %1$s to %2$s: %4$s.", "Put %4$s in %3$s order.")
                .formatted(
                        up ? "small" : "large",
                        up ? "large" : "small",
                        up ? "increasing" : "decreasing",
                        Spelling.list(numbers));
        List<Integer> sorted = numbers.stream()
                .sorted(up ? Comparator.naturalOrder() : Comparator.reverseOrder())
                .toList();
        return new Task(name(), prompt, Spelling.list(sorted), new Check.NumberList(sorted));
    }
}
