package org.densepath.sample.task;

import java.util.List;
import org.densepath.sample.Draws;

/// A kind of instruction: it draws tasks, each with its answer and check.
public sealed interface TaskFamily
        permits Addition,
                Story,
                Sorting,
                Alphabetical,
                Reversal,
                Extreme,
                NextNumber,
                Comparison,
                Replacement,
                Enumeration,
                Counting {
    /// All families, in the order of the tables.
    List<TaskFamily> ALL = List.of(
            new Addition(),
            new Story(),
            new Sorting(),
            new Alphabetical(),
            new Reversal(),
            new Extreme(),
            new NextNumber(),
            new Comparison(),
            new Replacement(),
            new Enumeration(),
            new Counting());

    /// The word by which files and tables name it.
    String name();

    Task generate(Draws draws);

    /// A task of a family drawn at random.
    static Task any(Draws draws) {
        return draws.oneOf(ALL).generate(draws);
    }

    static TaskFamily named(String name) {
        return ALL.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family of tasks is called " + name));
    }
}
