package org.densepath.bench.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.verdict.LabelPreference;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFormat;
import org.densepath.data.Prompt;

/// The questions of a benchmark that compares a model's answers with a baseline's: each pair in both orders, or
/// in one that a seed chooses for each prompt.
record PairQuestions(
        List<Prompt> prompts, TurnAnswers model, TurnAnswers baseline, JudgePrompt template, AskingSettings asking) {
    private static final long SEED = 1;

    PairQuestions {
        template.require("question", "question_1", "instruction");
        template.require("answer_a", "answer_1", "output_1");
        template.require("answer_b", "answer_2", "output_2");
    }

    /// `written`: how a verdict in words is read; where the template has labels, their log-probabilities are.
    List<Question> questions(VerdictFormat written, boolean bothOrders, double temperature, int maxTokens) {
        List<Question> questions = new ArrayList<>();
        for (int repeat = 0; repeat < asking.repeats(); repeat++) {
            for (Prompt prompt : prompts) {
                for (String first : firsts(prompt, bothOrders)) {
                    JudgeRequest request = new JudgeRequest(
                            template.messages(values(prompt, first)),
                            asking.temperatureOr(temperature),
                            template.labels().isEmpty() ? asking.maxTokensOr(maxTokens) : 1,
                            template.labels(),
                            repeat);
                    questions.add(new Question(
                            prompt.id(),
                            prompt.category(),
                            1,
                            first,
                            repeat,
                            request,
                            format(written),
                            model.first(prompt).length(),
                            baseline.first(prompt).length()));
                }
            }
        }
        return questions;
    }

    /// The published order: the baseline's answer comes first in the first game.
    private static List<String> firsts(Prompt prompt, boolean bothOrders) {
        boolean model = new SplittableRandom(SEED * 31 + prompt.text().hashCode()).nextBoolean();
        return bothOrders
                ? List.of(Verdict.BASELINE, Verdict.MODEL)
                : List.of(model ? Verdict.MODEL : Verdict.BASELINE);
    }

    private VerdictFormat format(VerdictFormat written) {
        List<String> labels = template.labels();
        return labels.isEmpty() ? written : new LabelPreference(labels.getFirst(), labels.getLast());
    }

    private Map<String, String> values(Prompt prompt, String first) {
        boolean modelFirst = first.equals(Verdict.MODEL);
        String a = (modelFirst ? model : baseline).first(prompt);
        String b = (modelFirst ? baseline : model).first(prompt);
        Map<String, String> values = new HashMap<>();
        List.of("question", "question_1", "instruction").forEach(name -> values.put(name, prompt.text()));
        List.of("answer_a", "answer_1", "output_1").forEach(name -> values.put(name, a));
        List.of("answer_b", "answer_2", "output_2").forEach(name -> values.put(name, b));
        return values;
    }
}
