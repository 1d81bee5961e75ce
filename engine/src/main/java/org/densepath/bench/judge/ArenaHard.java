package org.densepath.bench.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.densepath.bench.judge.verdict.ArenaChoice;
import org.densepath.bench.judge.verdict.Counts;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.statistics.BradleyTerry;
import org.densepath.data.Prompt;

/// Arena-Hard (Li et al. 2024, arXiv 2406.11939): two games a prompt, the order swapped, a clear win counting
/// three times. The win rate is the weighted mean, by category where there are several; beside it the one from
/// Bradley–Terry strengths, which for two players is the same but for a small ridge.
record ArenaHard(String name, PairQuestions pairs) implements JudgedBenchmark {
    private static final int MAX_TOKENS = 4096;
    private static final int RESAMPLES = 200;
    private static final String MODEL = "model";
    private static final String BASELINE = "baseline";

    @Override
    public String model() {
        return pairs.model().model();
    }

    @Override
    public List<Question> questions() {
        return pairs.questions(new ArenaChoice(), true, 0, MAX_TOKENS);
    }

    @Override
    public List<JudgeScore> scores(List<Verdict> verdicts) {
        List<JudgeScore> scores = new ArrayList<>();
        scores.add(winRate(name + " win rate", verdicts));
        Set<String> categories = new LinkedHashSet<>();
        pairs.prompts().stream().map(Prompt::category).forEach(categories::add);
        if (categories.size() > 1) {
            for (String category : categories) {
                scores.add(winRate(
                        name + " win rate " + category,
                        verdicts.stream()
                                .filter(v -> v.category().equals(category))
                                .toList()));
            }
        }
        List<Verdict> played = Games.wholeFlat(verdicts);
        if (!played.isEmpty()) {
            scores.add(bradleyTerry(played, verdicts));
        }
        return scores;
    }

    private static JudgeScore winRate(String name, List<Verdict> verdicts) {
        return JudgeScore.mean(name, Games.wholeFlat(verdicts), verdicts, true);
    }

    private JudgeScore bradleyTerry(List<Verdict> played, List<Verdict> verdicts) {
        List<BradleyTerry.Game> games = played.stream()
                .map(v -> new BradleyTerry.Game(v.key(), MODEL, BASELINE, v.value(), v.weight()))
                .toList();
        var strengths = BradleyTerry.strengths(games, BASELINE, RESAMPLES, 1);
        int prompts = (int) played.stream().map(Verdict::key).distinct().count();
        return new JudgeScore(
                name + " Bradley-Terry win rate",
                BradleyTerry.winRate(strengths.get(MODEL)),
                prompts,
                true,
                Counts.of(verdicts));
    }
}
