package org.densepath.bench.judge.verdict;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.densepath.bench.judge.ask.JudgeReply;

/// Arena-Hard's verdict: `[[A>>B]]`, `[[A>B]]`, `[[A=B]]`, `[[B>A]]`, `[[B>>A]]` and the same mirrored, in either
/// case; the last one wins, else the last in single brackets. `>>` counts three times (Li et al. 2024, arXiv
/// 2406.11939).
public final class ArenaChoice implements VerdictFormat {
    private static final double CLEAR = 3;
    private static final String LABEL = "(A(?:>>|>|=|<|<<)B|B(?:>>|>|=|<|<<)A)";
    private static final List<Pattern> PATTERNS =
            List.of(Pattern.compile("\\[\\[" + LABEL + "]]"), Pattern.compile("\\[" + LABEL + "]"));

    @Override
    public Reading read(JudgeReply reply) {
        String text = reply.text().toUpperCase(Locale.ROOT);
        for (Pattern pattern : PATTERNS) {
            List<MatchResult> found = pattern.matcher(text).results().toList();
            if (!found.isEmpty()) {
                return reading(found.getLast().group(1));
            }
        }
        return Reading.none("holds no verdict such as [[A>B]]");
    }

    private static Reading reading(String label) {
        String written = "[[" + label + "]]";
        if (label.contains("=")) {
            return Reading.of(0.5, 1, written);
        }
        boolean first = label.startsWith("A") == label.contains(">");
        boolean clear = label.contains(">>") || label.contains("<<");
        return Reading.of(first ? 1 : 0, clear ? CLEAR : 1, written);
    }
}
