package org.densepath.app.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which prompts are wanted.
///
/// @param first the arm that is looked at @param second the one that it is held against
/// @param text what the prompt or an answer must contain, in either case
record AnswerFilter(String first, String second, Relation relation, String text) {
    static final AnswerFilter ALL = new AnswerFilter("", "", Relation.ALL, "");

    /// The prompts that pass, and how many of those with the text stand in each relation.
    record Passed(List<PromptLine> lines, Map<Relation, Long> counts) {
        static final Passed NONE = new Passed(List.of(), Map.of());
    }

    AnswerFilter withPair(String one, String other) {
        return new AnswerFilter(one, other, relation, text);
    }

    AnswerFilter withRelation(Relation other) {
        return new AnswerFilter(first, second, other, text);
    }

    AnswerFilter withText(String other) {
        return new AnswerFilter(first, second, relation, other);
    }

    Passed of(AnswerTable table) {
        String looked = text.strip().toLowerCase(Locale.ROOT);
        List<PromptLine> having =
                table.lines().stream().filter(line -> line.contains(looked)).toList();
        Map<Relation, Long> counts = new EnumMap<>(Relation.class);
        for (Relation one : Relation.of(table.measure())) {
            counts.put(
                    one,
                    having.stream()
                            .filter(line -> one.holds(line, first, second, table.measure()))
                            .count());
        }
        return new Passed(
                having.stream()
                        .filter(line -> relation.holds(line, first, second, table.measure()))
                        .toList(),
                counts);
    }
}
