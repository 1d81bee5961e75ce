package org.densepath.sample.task;

import java.util.List;
import org.densepath.sample.Draws;

/// Three to five words to be said backwards; the exact list is judged.
final class Reversal implements TaskFamily {
    @Override
    public String name() {
        return "reverse";
    }

    @Override
    public Task generate(Draws draws) {
        List<String> words = draws.distinct(Words.ALL, draws.between(3, 5));
        String instruction =
                draws.oneOf("Reverse this list: ", "Say these words backwards: ", "Write the list in reverse order: ");
        List<String> reversed = words.reversed();
        return new Task(
                name(),
                instruction + Spelling.list(words) + ".",
                Spelling.list(reversed),
                new Check.WordList(reversed));
    }
}
