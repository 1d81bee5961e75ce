package org.densepath.sample.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.densepath.sample.Draws;

/// How many words, or how often one appears; the number must be the only one.
final class Counting implements TaskFamily {
    @Override
    public String name() {
        return "count";
    }

    @Override
    public Task generate(Draws draws) {
        return draws.chance(0.5) ? allWords(draws) : oneWord(draws);
    }

    private Task allWords(Draws draws) {
        List<String> words = draws.distinct(Words.ALL, draws.between(2, 7));
        String prompt = draws.oneOf("How many words are in this list: %s?", "Count the words: %s.")
                .formatted(Spelling.list(words));
        int count = words.size();
        return new Task(name(), prompt, "There are " + count + " words in the list.", new Check.OnlyNumber(count, ""));
    }

    private Task oneWord(Draws draws) {
        String word = draws.oneOf(Words.ALL);
        int count = draws.between(1, 5);
        List<String> list = new ArrayList<>(Collections.nCopies(count, word));
        List<String> others = Words.ALL.stream().filter(w -> !w.equals(word)).toList();
        int further = draws.between(1, 3);
        for (int i = 0; i < further; i++) {
            list.add(draws.oneOf(others));
        }
        String prompt = draws.oneOf("How many times does %s appear: %s?", "Count %s in this list: %s.")
                .formatted(word, Spelling.list(draws.shuffled(list)));
        String answer = "The word " + word + " appears " + count + (count > 1 ? " times." : " time.");
        return new Task(name(), prompt, answer, new Check.OnlyNumber(count, ""));
    }
}
