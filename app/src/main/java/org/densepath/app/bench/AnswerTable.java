package org.densepath.app.bench;

import java.util.List;

/// The answers of all arms of one seed, prompt by prompt.
///
/// @param arms in the order that they are shown
/// @param problems a sentence for each file that could not be read
record AnswerTable(List<String> arms, List<PromptLine> lines, Measure measure, List<String> problems) {
    static final AnswerTable EMPTY = new AnswerTable(List.of(), List.of(), Measure.NONE, List.of());

    AnswerTable {
        arms = List.copyOf(arms);
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    boolean hasFamilies() {
        return lines.stream().anyMatch(line -> !line.family().isEmpty());
    }

    /// How many answers each arm has to a prompt, at most.
    int samples() {
        return lines.stream()
                .flatMap(line -> line.byArm().values().stream())
                .mapToInt(answers -> answers.answers().size())
                .max()
                .orElse(0);
    }
}
