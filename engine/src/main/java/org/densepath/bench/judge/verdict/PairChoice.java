package org.densepath.bench.judge.verdict;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.densepath.bench.judge.ask.JudgeReply;

/// MT-Bench's pairwise verdict: `[[A]]`, `[[B]]`, or `[[C]]` for a tie. A reply with two different ones is no
/// verdict.
public final class PairChoice implements VerdictFormat {
    private static final Pattern LABEL = Pattern.compile("\\[\\[([ABC])]]");
    private static final Map<String, Double> SHARE_OF_FIRST = Map.of("[[A]]", 1.0, "[[B]]", 0.0, "[[C]]", 0.5);

    @Override
    public Reading read(JudgeReply reply) {
        TreeSet<String> labels = new TreeSet<>();
        LABEL.matcher(reply.text()).results().forEach(m -> labels.add(m.group()));
        return switch (labels.size()) {
            case 0 -> Reading.none("holds none of [[A]], [[B]], [[C]]");
            case 1 -> Reading.of(SHARE_OF_FIRST.get(labels.first()), 1, labels.first());
            default -> Reading.none("holds " + String.join(" and ", labels));
        };
    }
}
