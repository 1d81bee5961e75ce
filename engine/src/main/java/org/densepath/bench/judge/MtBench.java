package org.densepath.bench.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.verdict.Rating;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.data.Prompt;

/// MT-Bench by single ratings (Zheng et al. 2023, arXiv 2306.05685): each turn from 1 to 10, maths, reasoning and
/// coding with the reference answer before the judge's eyes. The score of a turn is the mean of its ratings.
final class MtBench implements JudgedBenchmark {
    private static final Set<String> WITH_REFERENCE = Set.of("math", "reasoning", "coding");
    private static final int MAX_TOKENS = 2048;
    private static final int TURNS = 2;

    private final List<Prompt> prompts;
    private final TurnAnswers answers;
    private final JudgePrompts templates;
    private final References references;
    private final AskingSettings asking;

    /// Throws [BadInputException] when the prompts are not MT-Bench's.
    MtBench(
            List<Prompt> prompts,
            TurnAnswers answers,
            JudgePrompts templates,
            References references,
            AskingSettings asking) {
        this.prompts = prompts;
        this.answers = answers;
        this.templates = templates;
        this.references = references;
        this.asking = asking;
    }

    @Override
    public String name() {
        return "mt-bench";
    }

    @Override
    public String model() {
        return answers.model();
    }

    @Override
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int repeat = 0; repeat < asking.repeats(); repeat++) {
            for (Prompt prompt : prompts) {
                for (int turn = 1; turn <= TURNS; turn++) {
                    questions.add(question(prompt, turn, repeat));
                }
            }
        }
        return questions;
    }

    private Question question(Prompt prompt, int turn, int repeat) {
        List<String> turns = answers.byKey().get(prompt.id());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("question", prompt.messages().getFirst().content());
        values.put("answer", turns.getFirst());
        for (int i = 1; i <= TURNS; i++) {
            values.put("question_" + i, prompt.messages().get(i - 1).content());
            values.put("answer_" + i, turns.get(i - 1));
        }
        boolean referred = WITH_REFERENCE.contains(prompt.category());
        if (referred) {
            List<String> reference = references
                    .of(prompt.id())
                    .filter(texts -> texts.size() >= TURNS)
                    .orElseThrow(() -> new BadInputException("There is no reference answer with " + TURNS
                            + " turns for question " + prompt.id() + " (" + prompt.category()
                            + "); add it to the references."));
            values.put("ref_answer_1", reference.get(0));
            values.put("ref_answer_2", reference.get(1));
        }
        JudgePrompt template =
                templates.named((referred ? "single-math-v1" : "single-v1") + (turn == 1 ? "" : "-multi-turn"));
        JudgeRequest request = new JudgeRequest(
                template.messages(values), asking.temperatureOr(0), asking.maxTokensOr(MAX_TOKENS), List.of(), repeat);
        int length = turns.get(turn - 1).length();
        return new Question(prompt.id(), prompt.category(), turn, "", repeat, request, new Rating(), length, 0);
    }

    @Override
    public List<JudgeScore> scores(List<Verdict> verdicts) {
        List<JudgeScore> scores = new ArrayList<>();
        scores.add(score("mt-bench", verdicts));
        for (int turn = 1; turn <= TURNS; turn++) {
            int which = turn;
            scores.add(score(
                    "mt-bench turn " + turn,
                    verdicts.stream().filter(v -> v.turn() == which).toList()));
        }
        Set<String> categories = new LinkedHashSet<>();
        prompts.forEach(prompt -> categories.add(prompt.category()));
        for (String category : categories) {
            scores.add(score(
                    "mt-bench " + category,
                    verdicts.stream().filter(v -> v.category().equals(category)).toList()));
        }
        return scores;
    }

    private static JudgeScore score(String name, List<Verdict> verdicts) {
        return JudgeScore.mean(name, verdicts, verdicts, false);
    }

    @Override
    public List<String> notes() {
        List<String> wrong = prompts.stream()
                .filter(prompt -> WITH_REFERENCE.contains(prompt.category()) && references.knownWrong(prompt.id()))
                .map(Prompt::id)
                .toList();
        return wrong.isEmpty()
                ? List.of()
                : List.of(wrong.size() + " reference answers that the judge saw are known to be wrong ("
                        + String.join(", ", wrong) + "); give better ones by --references.");
    }
}
