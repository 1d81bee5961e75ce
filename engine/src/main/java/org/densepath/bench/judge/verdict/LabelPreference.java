package org.densepath.bench.judge.verdict;

import java.util.Locale;
import java.util.Map;
import org.densepath.bench.judge.ask.JudgeReply;

/// The preference between two labels from their log-probabilities as the reply's first token, as AlpacaEval 2 has
/// it: P(first) / (P(first) + P(second)). A label that the judge did not tell of has probability 0; a reply that
/// tells of neither, or without log-probabilities, is no verdict.
public record LabelPreference(String first, String second) implements VerdictFormat {
    @Override
    public Reading read(JudgeReply reply) {
        Map<String, Double> logp = reply.logp();
        if (logp.isEmpty()) {
            return Reading.none("comes without log-probabilities");
        }
        double one = logp.getOrDefault(first, Double.NEGATIVE_INFINITY);
        double other = logp.getOrDefault(second, Double.NEGATIVE_INFINITY);
        if (one == Double.NEGATIVE_INFINITY && other == Double.NEGATIVE_INFINITY) {
            return Reading.none("begins with neither '" + first + "' nor '" + second + "'");
        }
        double share = 1 / (1 + Math.exp(other - one));
        return Reading.of(share, 1, String.format(Locale.ROOT, "P(%s) %.4f", first, share));
    }
}
