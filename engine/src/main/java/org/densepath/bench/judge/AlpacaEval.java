package org.densepath.bench.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.bench.judge.verdict.Counts;
import org.densepath.bench.judge.verdict.PairChoice;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.statistics.Interval;
import org.densepath.bench.statistics.LengthControlledWinRate;

/// AlpacaEval 2 (Dubois et al. 2024, arXiv 2404.04475): the judge answers with one of two labels, and the
/// preference is read from their probabilities. An endpoint sees each pair in one seeded order, a local model in
/// both. `difficulties`: of each instruction by key, or empty.
record AlpacaEval(PairQuestions pairs, Map<String, Double> difficulties) implements JudgedBenchmark {
    private static final int MAX_TOKENS = 2048;
    private static final int RESAMPLES = 1_000;

    @Override
    public String name() {
        return "alpaca-eval";
    }

    @Override
    public String model() {
        return pairs.model().model();
    }

    @Override
    public List<Question> questions() {
        return pairs.questions(new PairChoice(), pairs.asking().local(), 1, MAX_TOKENS);
    }

    @Override
    public List<JudgeScore> scores(List<Verdict> verdicts) {
        List<Verdict> preferences = Games.averaged(verdicts);
        List<JudgeScore> scores = new ArrayList<>();
        scores.add(JudgeScore.mean("alpaca-eval win rate", preferences, verdicts, true));
        if (!preferences.isEmpty()) {
            scores.add(lengthControlled(preferences, verdicts));
        }
        return scores;
    }

    private JudgeScore lengthControlled(List<Verdict> preferences, List<Verdict> verdicts) {
        double[] values = preferences.stream().mapToDouble(Verdict::value).toArray();
        double[] lengths = preferences.stream()
                .mapToDouble(v -> v.length() - v.baselineLength())
                .toArray();
        boolean known = preferences.stream().allMatch(v -> difficulties.containsKey(v.key()));
        Interval rate = known
                ? LengthControlledWinRate.of(
                        values,
                        lengths,
                        preferences.stream()
                                .mapToDouble(v -> difficulties.get(v.key()))
                                .toArray(),
                        RESAMPLES,
                        1)
                : LengthControlledWinRate.minimal(values, lengths, RESAMPLES, 1);
        String name = "alpaca-eval win rate, length-controlled" + (known ? "" : ", minimal");
        return new JudgeScore(name, rate, values.length, true, Counts.of(verdicts));
    }
}
