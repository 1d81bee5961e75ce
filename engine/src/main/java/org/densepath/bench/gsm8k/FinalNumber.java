package org.densepath.bench.gsm8k;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The number that an answer ends with: the one after the last `####` where there is one, else the last. Commas
/// between thousands, a dollar sign before, a per cent sign or a full stop behind do not count.
public final class FinalNumber {
    private static final String MARK = "####";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.])([-−]?)(?:\\$\\s?)?" + "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?|\\.\\d+)");

    private FinalNumber() {}

    /// Without trailing zeros, so that 18 and 18.00 are the same; empty where there is no number.
    public static Optional<BigDecimal> of(String text) {
        int mark = text.lastIndexOf(MARK);
        if (mark >= 0) {
            Optional<BigDecimal> marked = NUMBER.matcher(text.substring(mark + MARK.length()))
                    .results()
                    .findFirst()
                    .map(FinalNumber::value);
            if (marked.isPresent()) {
                return marked;
            }
        }
        return NUMBER.matcher(text).results().reduce((_, last) -> last).map(FinalNumber::value);
    }

    private static BigDecimal value(MatchResult match) {
        BigDecimal value = new BigDecimal(match.group(2).replace(",", ""));
        return (match.group(1).isEmpty() ? value : value.negate()).stripTrailingZeros();
    }
}
