package org.densepath.bench.ifeval;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import org.densepath.bench.ifeval.text.PythonPattern;
import org.densepath.bench.ifeval.text.PythonText;
import org.densepath.bench.ifeval.text.Sentences;
import org.densepath.bench.ifeval.text.Words;

/// How many words, sentences or paragraphs there are, and how a paragraph begins.
final class LengthInstructions {
    private static final Pattern DIVIDER = PythonPattern.of("\\s?\\*\\*\\*\\s?");

    private LengthInstructions() {}

    static Instruction sentences(Arguments arguments) {
        DoublePredicate relation = arguments.relation("relation", "num_sentences");
        return response -> relation.test(Sentences.count(response));
    }

    static Instruction words(Arguments arguments) {
        DoublePredicate relation = arguments.relation("relation", "num_words");
        return response -> relation.test(Words.count(response));
    }

    /// Paragraphs parted by `***`: none may be empty but what is before the first and after the last divider.
    static Instruction paragraphs(Arguments arguments) {
        int asked = arguments.count("num_paragraphs");
        return response -> {
            String[] paragraphs = DIVIDER.split(response, -1);
            int count = paragraphs.length;
            for (int i = 0; i < paragraphs.length; i++) {
                if (PythonText.isBlank(paragraphs[i])) {
                    if (i > 0 && i < paragraphs.length - 1) {
                        return false;
                    }
                    count--;
                }
            }
            return count == asked;
        };
    }

    /// Paragraphs parted by two line ends. The place counts empty ones too, the number does not: as published.
    static Instruction firstWord(Arguments arguments) {
        int asked = arguments.count("num_paragraphs");
        int place = arguments.count("nth_paragraph");
        String word = arguments.text("first_word").toLowerCase(Locale.ROOT);
        if (place < 1 || place > asked) {
            throw arguments.bad("nth_paragraph", "a number from 1 to num_paragraphs");
        }
        return response -> {
            String[] paragraphs = response.split("\n\n", -1);
            long count = Arrays.stream(paragraphs)
                    .filter(p -> !PythonText.isBlank(p))
                    .count();
            if (place > count || PythonText.isBlank(paragraphs[place - 1])) {
                return false;
            }
            return count == asked && letters(Words.first(paragraphs[place - 1])).equals(word);
        };
    }

    /// A word in lower case up to its punctuation, without quotes before it.
    private static String letters(String word) {
        String bare = PythonText.stripStart(PythonText.stripStart(word, '\''), '"');
        int end = 0;
        while (end < bare.length() && ".,?!'\"".indexOf(bare.charAt(end)) < 0) {
            end++;
        }
        return bare.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
