package org.densepath.bench.ifeval.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a sentence ends within a short text: Punkt's two passes (Kiss and Strunk 2006, section 4) over its
/// words.
final class PunktBreaks {
    private static final String NOT_IN_WORDS = Sentences.NOT_IN_WORDS;
    private static final String SEVERAL = "(?:\\-{2,}|\\.{2,}|(?:\\.\\s){2,}\\.)";
    private static final String ENDS = "\\s|$|" + NOT_IN_WORDS + "|" + SEVERAL;
    private static final Pattern WORDS = PythonPattern.nltk(
            SEVERAL + "|(?=[^\\(\\\"\\`{\\[:;&\\#\\*@\\)}\\]\\-,])\\S+?(?=" + ENDS + "|,(?=" + ENDS + "))|\\S");

    private final PunktModel model;

    PunktBreaks(PunktModel model) {
        this.model = model;
    }

    /// Whether a word that is not the last one ends a sentence.
    boolean within(String text) {
        List<PunktToken> tokens = tokens(text);
        tokens.forEach(this::byType);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            byContext(tokens.get(i), tokens.get(i + 1));
            if (tokens.get(i).endsSentence) {
                return true;
            }
        }
        return false;
    }

    private static List<PunktToken> tokens(String text) {
        List<PunktToken> tokens = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            WORDS.matcher(line).results().forEach(word -> tokens.add(new PunktToken(word.group())));
        }
        return tokens;
    }

    /// First pass: what the word alone says.
    private void byType(PunktToken token) {
        String text = token.text;
        if (text.equals(".") || text.equals("?") || text.equals("!")) {
            token.endsSentence = true;
        } else if (token.isEllipsis()) {
            token.ellipsis = true;
        } else if (token.endsWithPeriod() && !text.endsWith("..")) {
            String word = text.substring(0, text.length() - 1).toLowerCase(Locale.ROOT);
            String afterHyphen = word.substring(word.lastIndexOf('-') + 1);
            token.abbreviation = model.abbreviations().contains(word)
                    || model.abbreviations().contains(afterHyphen);
            token.endsSentence = !token.abbreviation;
        }
    }

    /// Second pass: what the next word says about a word with a period.
    private void byContext(PunktToken token, PunktToken next) {
        if (!token.endsWithPeriod()) {
            return;
        }
        String type = token.typeWithoutPeriod();
        String nextType = next.typeWithoutSentencePeriod();
        boolean initial = token.isInitial();
        if (model.collocate(type, nextType)) {
            isAbbreviation(token);
            return;
        }
        Optional<Boolean> starts = startsSentence(next);
        if ((token.abbreviation || token.ellipsis) && !initial) {
            if (starts.orElse(false) || next.startsUpper() && model.starters().contains(nextType)) {
                token.endsSentence = true;
                return;
            }
        }
        if (initial || type.equals(PunktToken.NUMBER)) {
            boolean alwaysUpper = next.startsUpper() && (model.context(nextType) & PunktModel.Case.LOWER) == 0;
            if (starts.isPresent() ? !starts.get() : initial && alwaysUpper) {
                isAbbreviation(token);
            }
        }
    }

    private static void isAbbreviation(PunktToken token) {
        token.endsSentence = false;
        token.abbreviation = true;
    }

    /// Whether a word's case says that it begins a sentence; empty where it does not tell.
    private Optional<Boolean> startsSentence(PunktToken token) {
        if (token.text.length() == 1 && ";:,.!?".contains(token.text)) {
            return Optional.of(false);
        }
        int seen = model.context(token.typeWithoutSentencePeriod());
        if (token.startsUpper() && (seen & PunktModel.Case.LOWER) != 0 && (seen & PunktModel.Case.MIDDLE_UPPER) == 0) {
            return Optional.of(true);
        }
        if (token.startsLower() && ((seen & PunktModel.Case.UPPER) != 0 || (seen & PunktModel.Case.BEGIN_LOWER) == 0)) {
            return Optional.of(false);
        }
        return Optional.empty();
    }
}
