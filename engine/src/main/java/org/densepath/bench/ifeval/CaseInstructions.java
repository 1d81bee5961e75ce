package org.densepath.bench.ifeval;

import java.util.function.DoublePredicate;
import org.densepath.bench.ifeval.text.Language;
import org.densepath.bench.ifeval.text.PythonText;
import org.densepath.bench.ifeval.text.Words;

/// The language and the case of a response. One whose language cannot be told counts as in the language asked
/// for.
final class CaseInstructions {
    private static final String ENGLISH = "en";

    private CaseInstructions() {}

    static Instruction language(Arguments arguments) {
        String language = arguments.text("language");
        if (!Language.isKnown(language)) {
            throw arguments.bad("language", "a code such as en, de or sw that the language detector knows");
        }
        return response -> isIn(language, response);
    }

    private static boolean isIn(String language, String response) {
        return Language.of(response).map(language::equals).orElse(true);
    }

    static boolean englishCapital(String response) {
        return PythonText.isUpper(response) && isIn(ENGLISH, response);
    }

    static boolean englishLowercase(String response) {
        return PythonText.isLower(response) && isIn(ENGLISH, response);
    }

    /// Words that are wholly in capitals, as NLTK parts words.
    static Instruction capitalWords(Arguments arguments) {
        DoublePredicate relation = arguments.relation("capital_relation", "capital_frequency");
        return response -> relation.test(
                Words.of(response).stream().filter(PythonText::isUpper).count());
    }
}
