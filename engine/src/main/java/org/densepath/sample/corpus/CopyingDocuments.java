package org.densepath.sample.corpus;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Words;

/// Lists of words or numbers that are said twice, or that somebody is asked to repeat: they keep heads that copy
/// alive.
final class CopyingDocuments {
    private final Draws draws;

    CopyingDocuments(Draws draws) {
        this.draws = draws;
    }

    Document next() {
        Stream<String> items = draws.chance(0.5)
                ? times(4, 14).mapToObj(i -> draws.oneOf(Words.ALL))
                : times(4, 10).mapToObj(i -> String.valueOf(draws.between(1, 99)));
        List<String> list = items.toList();
        String text = String.join(draws.oneOf(", ", " "), list);
        if (draws.chance(0.5)) {
            return Document.statement(text + draws.oneOf(". ", ", ", " | ") + text);
        }
        return Document.exchange(draws.oneOf("Repeat: ", "Say this again: ", "Copy this: ") + text + ".", text);
    }

    private IntStream times(int low, int high) {
        return IntStream.range(0, draws.between(low, high));
    }
}
