package org.densepath.app.pair;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.densepath.app.scoring.GenerateQuestion;
import org.densepath.app.scoring.Generated;
import org.densepath.app.scoring.Role;
import org.densepath.app.scoring.ScoreQuestion;
import org.densepath.app.scoring.Scored;
import org.densepath.app.scoring.Scorer;
import org.densepath.app.task.Progress;
import org.densepath.run.TraceRow;

/// What is asked of the models in one go, on a background thread.
final class Questions {
    private final Scorer scorer;

    /// What was asked and answered.
    record Answered(String origin, String prompt, String answer, Map<Role, String> models, Scored scored) {}

    Questions(Scorer scorer) {
        this.scorer = scorer;
    }

    Answered text(String origin, String prompt, String answer, Map<Role, String> models, Progress progress)
            throws InterruptedException {
        Scored scored = Answers.of(scorer.score(ScoreQuestion.ofTexts(models, prompt, answer, 0)), progress);
        return new Answered(origin, prompt, answer, models, scored);
    }

    /// A sampled response as it was sampled, id by id.
    Answered row(TraceRow row, Map<Role, String> models, Progress progress) throws InterruptedException {
        Scored scored =
                Answers.of(scorer.score(ScoreQuestion.ofIds(models, row.ids(), row.promptLength(), 0)), progress);
        String origin = "sampled at step " + row.step();
        return new Answered(origin, row.prompt(), row.response(), models, scored);
    }

    /// Draws an answer and scores the very ids that were drawn, which its text need not give again.
    Answered generated(String origin, GenerateQuestion question, Map<Role, String> models, Progress progress)
            throws InterruptedException {
        Generated drawn = Answers.of(
                        scorer.generate(question, share -> progress.of(Math.round(90 * share), 100)), progress)
                .getFirst();
        Answered written = text(origin, question.prompt(), drawn.text(), models, progress);
        int[] prompt = Arrays.copyOf(written.scored().ids(), written.scored().promptLength());
        int[] ids = Arrays.copyOf(prompt, prompt.length + drawn.ids().length);
        System.arraycopy(drawn.ids(), 0, ids, prompt.length, drawn.ids().length);
        if (drawn.ids().length == 0 || Arrays.equals(ids, written.scored().ids())) {
            return written;
        }
        Scored scored = Answers.of(scorer.score(ScoreQuestion.ofIds(models, ids, prompt.length, 0)), progress);
        return new Answered(origin, question.prompt(), drawn.text(), models, scored);
    }

    /// A sampled response and the same with another token, which have been scored elsewhere.
    static List<Answered> replaced(TraceRow row, Map<Role, String> models, Scored before, Scored after) {
        String whole = String.join("", before.tokens());
        // the end token has a text, which is no part of the answer
        String end = whole.startsWith(row.response())
                ? whole.substring(row.response().length())
                : "";
        String edited = String.join("", after.tokens());
        String answer = edited.endsWith(end) ? edited.substring(0, edited.length() - end.length()) : edited;
        return List.of(
                new Answered("sampled at step " + row.step(), row.prompt(), row.response(), models, before),
                new Answered("a token replaced", row.prompt(), answer, models, after));
    }
}
