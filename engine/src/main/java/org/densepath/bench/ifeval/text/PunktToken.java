package org.densepath.bench.ifeval.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// A word of Punkt's with what the two passes of the algorithm find out about it.
final class PunktToken {
    static final String NUMBER = "##number##";
    private static final Pattern NUMERIC = PythonPattern.nltk("^-?[\\.,]?\\d[\\d,\\.-]*\\.?$");
    private static final Pattern ELLIPSIS = PythonPattern.nltk("\\.\\.+$");
    private static final Pattern INITIAL = PythonPattern.nltk("[^\\W\\d]\\.$");

    final String text;
    final String type;
    boolean endsSentence;
    boolean abbreviation;
    boolean ellipsis;

    PunktToken(String text) {
        this.text = text;
        String lower = text.toLowerCase(Locale.ROOT);
        type = NUMERIC.matcher(lower).find() ? NUMBER : lower;
    }

    boolean endsWithPeriod() {
        return text.endsWith(".");
    }

    boolean isEllipsis() {
        return ELLIPSIS.matcher(text).lookingAt();
    }

    /// A letter and a period.
    boolean isInitial() {
        return INITIAL.matcher(text).lookingAt();
    }

    boolean startsUpper() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean startsLower() {
        return Character.isLowerCase(text.codePointAt(0));
    }

    String typeWithoutPeriod() {
        return type.length() > 1 && type.endsWith(".") ? type.substring(0, type.length() - 1) : type;
    }

    /// Without its period where that ends a sentence.
    String typeWithoutSentencePeriod() {
        return endsSentence ? typeWithoutPeriod() : type;
    }
}
