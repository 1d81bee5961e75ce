package org.densepath.bench.judge;

import java.util.ArrayList;
import java.util.List;
import org.densepath.bench.judge.verdict.PairChoice;
import org.densepath.bench.judge.verdict.Verdict;

/// LIMA's test prompts, compared with π_SFT's answers in MT-Bench's pairwise way: two games a prompt, the order
/// swapped; a pair that the judge sees differently in the two orders is a tie, and a tie is half a win.
record Lima(PairQuestions pairs) implements JudgedBenchmark {
    private static final int MAX_TOKENS = 2048;

    @Override
    public String name() {
        return "lima";
    }

    @Override
    public String model() {
        return pairs.model().model();
    }

    @Override
    public List<Question> questions() {
        return pairs.questions(new PairChoice(), true, 0, MAX_TOKENS);
    }

    @Override
    public List<JudgeScore> scores(List<Verdict> verdicts) {
        List<Verdict> agreed = Games.agreed(verdicts);
        List<JudgeScore> scores = new ArrayList<>();
        scores.add(JudgeScore.mean("lima win rate", agreed, verdicts, true));
        scores.add(share("lima wins", agreed, verdicts, 1));
        scores.add(share("lima ties", agreed, verdicts, 0));
        scores.add(share("lima losses", agreed, verdicts, -1));
        return scores;
    }

    private static JudgeScore share(String name, List<Verdict> agreed, List<Verdict> all, int winner) {
        List<Verdict> those = agreed.stream()
                .map(v -> Games.valued(v, Games.winner(v) == winner ? 1 : 0))
                .toList();
        return JudgeScore.mean(name, those, all, true);
    }
}
