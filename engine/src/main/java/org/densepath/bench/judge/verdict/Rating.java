package org.densepath.bench.judge.verdict;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.bench.judge.ask.JudgeReply;

/// MT-Bench's single rating: the first `[[n]]`, else the first `[n]`, 1 to 10, decimals allowed (Zheng et al.
/// 2023, arXiv 2306.05685). A first number out of range is no verdict; no later one takes its place.
public final class Rating implements VerdictFormat {
    private static final String NUMBER = "(\\d+\\.?\\d*)";
    private static final List<Pattern> PATTERNS =
            List.of(Pattern.compile("\\[\\[" + NUMBER + "]]"), Pattern.compile("\\[" + NUMBER + "]"));

    @Override
    public Reading read(JudgeReply reply) {
        for (Pattern pattern : PATTERNS) {
            Matcher found = pattern.matcher(reply.text());
            if (found.find()) {
                double rating = Double.parseDouble(found.group(1));
                return rating >= 1 && rating <= 10
                        ? Reading.of(rating, 1, found.group())
                        : Reading.none("rates " + found.group(1) + ", which is not 1 to 10");
            }
        }
        return Reading.none("holds no rating");
    }
}
