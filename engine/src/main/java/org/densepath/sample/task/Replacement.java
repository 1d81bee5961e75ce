package org.densepath.sample.task;

import java.util.List;
import org.densepath.sample.Draws;

/// One word of a sentence to be replaced; the exact sentence is judged.
final class Replacement implements TaskFamily {
    @Override
    public String name() {
        return "replace";
    }

    @Override
    public Task generate(Draws draws) {
        List<String> words = draws.distinct(Words.ALL, 3);
        String old = words.get(0);
        String fresh = words.get(1);
        String who = draws.oneOf(Words.NAMES);
        String color = draws.oneOf(Words.COLORS.subList(0, 6));
        String sentence = draws.oneOf(
                "%1$s put the %2$s near the %3$s.",
                "The %3$s and the %2$s belong to %1$s.",
                "%1$s saw a %4$s %2$s and a %3$s.",
                "The %2$s is next to the %4$s %3$s.");
        String instruction = draws.oneOf(
                        "Replace %1$s with %2$s: ",
                        "Change %1$s to %2$s in this sentence: ", "Rewrite with %2$s in place of %1$s: ")
                .formatted(old, fresh);
        String other = words.get(2);
        String answer = sentence.formatted(who, fresh, other, color);
        return new Task(
                name(), instruction + sentence.formatted(who, old, other, color), answer, new Check.Exact(answer));
    }
}
