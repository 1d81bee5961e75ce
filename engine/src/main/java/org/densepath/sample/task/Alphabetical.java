package org.densepath.sample.task;

import java.util.List;
import org.densepath.sample.Draws;

/// Three or four words to be put in order; where only first letters were asked for, only they are judged.
final class Alphabetical implements TaskFamily {
    @Override
    public String name() {
        return "alpha";
    }

    @Override
    public Task generate(Draws draws) {
        List<String> words = draws.distinct(Words.ALL, draws.between(3, 4));
        List<String> sorted = words.stream().sorted().toList();
        boolean firstLetters = draws.below(3) == 2;
        String instruction = firstLetters
                ? "Order the words by first letter: "
                : draws.oneOf("Put these words in alphabetical order: ", "Sort these words from a to z: ");
        return new Task(
                name(),
                instruction + Spelling.list(words) + ".",
                Spelling.list(sorted),
                firstLetters ? new Check.FirstLetters(words) : new Check.WordList(sorted));
    }
}
