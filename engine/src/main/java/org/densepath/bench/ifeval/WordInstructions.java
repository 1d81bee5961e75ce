package org.densepath.bench.ifeval;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import org.densepath.bench.ifeval.text.PythonPattern;
import org.densepath.bench.ifeval.text.PythonText;

/// Words and letters that must be there, or must not.
final class WordInstructions {
    private WordInstructions() {}

    static Instruction existence(Arguments arguments) {
        List<Pattern> keywords = arguments.texts("keywords").stream()
                .map(word -> arguments.pattern("keywords", word))
                .toList();
        return response ->
                keywords.stream().allMatch(word -> word.matcher(response).find());
    }

    static Instruction frequency(Arguments arguments) {
        Pattern keyword = arguments.pattern("keyword", arguments.stripped("keyword"));
        DoublePredicate relation = arguments.relation("relation", "frequency");
        return response -> relation.test(PythonPattern.count(keyword, response));
    }

    static Instruction forbidden(Arguments arguments) {
        List<Pattern> words = arguments.texts("forbidden_words").stream()
                .map(word -> arguments.pattern("forbidden_words", "\\b" + word + "\\b"))
                .toList();
        return response ->
                words.stream().noneMatch(word -> word.matcher(response).find());
    }

    static Instruction letters(Arguments arguments) {
        String letter = arguments.text("letter");
        if (letter.codePointCount(0, letter.length()) != 1) {
            throw arguments.bad("letter", "one letter");
        }
        String lower = PythonText.strip(letter).toLowerCase(Locale.ROOT);
        DoublePredicate relation = arguments.relation("let_relation", "let_frequency");
        return response -> relation.test(occurrences(lower, response.toLowerCase(Locale.ROOT)));
    }

    private static long occurrences(String letter, String response) {
        return letter.isEmpty()
                ? 0
                : response.codePoints().filter(c -> c == letter.codePointAt(0)).count();
    }

    static boolean noComma(String response) {
        return response.indexOf(',') < 0;
    }
}
