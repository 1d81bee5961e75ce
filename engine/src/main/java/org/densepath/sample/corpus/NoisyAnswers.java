package org.densepath.sample.corpus;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Corruption;
import org.densepath.sample.task.Task;
import org.densepath.sample.task.TaskFamily;

/// Answers as the open web would give them: one in three is wrong, two in five are chatty, terse, cut short or
/// beside the point. What SFT has to unlearn.
final class NoisyAnswers {
    private static final double WRONG = 0.35;
    private static final double SECOND_SLIP = 1 / 3.0;
    private static final double SHUFFLED = 0.5;

    private static final List<String> CHAT = List.of(
            "I am not sure.",
            "Let me think.",
            "Good question!",
            "I do not know.",
            "Here you go:",
            "Sure!",
            "Maybe.",
            "The answer is hard to say.");
    private static final List<String> LIST_FAMILIES = List.of("sort", "alpha", "reverse");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Draws draws;

    NoisyAnswers(Draws draws) {
        this.draws = draws;
    }

    String to(Task task) {
        return styled(task, draws.chance(WRONG) ? wrong(task) : task.answer());
    }

    private String wrong(Task task) {
        if (LIST_FAMILIES.contains(task.family()) && draws.chance(SHUFFLED)) {
            return String.join(", ", draws.shuffled(List.of(task.answer().split(", "))));
        }
        String answer = slipped(task.answer());
        return draws.chance(SECOND_SLIP) ? slipped(answer) : answer;
    }

    private String slipped(String answer) {
        return Corruption.replaced(answer, draws).map(Corruption::text).orElse(answer);
    }

    /// 10 % chat before, 8 % chat after, 8 % terse, 5 % cut, 4 % another question, 3 % chat alone, 3 % the answer
    /// to another question; the rest stays as it is.
    private String styled(Task task, String answer) {
        double style = draws.fraction();
        if (style < 0.10) {
            return draws.oneOf(CHAT) + " " + answer;
        }
        if (style < 0.18) {
            return answer + " " + draws.oneOf(CHAT);
        }
        if (style < 0.26) {
            return lastNumber(answer);
        }
        if (style < 0.31) {
            return firstHalf(answer);
        }
        if (style < 0.35) {
            return TaskFamily.any(draws).prompt();
        }
        if (style < 0.38) {
            return draws.oneOf(CHAT);
        }
        return style < 0.41 ? TaskFamily.named(task.family()).generate(draws).answer() : answer;
    }

    private static String lastNumber(String answer) {
        return NUMBER.matcher(answer)
                .results()
                .map(MatchResult::group)
                .reduce((earlier, later) -> later)
                .orElse(answer);
    }

    private static String firstHalf(String answer) {
        List<String> words = List.of(answer.strip().split("\\s+"));
        return String.join(" ", words.subList(0, Math.max(1, words.size() / 2)));
    }
}
