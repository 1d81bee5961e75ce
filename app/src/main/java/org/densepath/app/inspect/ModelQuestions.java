package org.densepath.app.inspect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.densepath.app.scoring.ScoreQuestion;
import org.densepath.app.scoring.Scored;
import org.densepath.app.scoring.Scorer;
import org.densepath.run.TraceRow;

/// Asks the models about whole responses, the last one that was looked at only, and remembers what they said.
/// Belongs to the window's thread.
final class ModelQuestions {
    private static final int REMEMBERED = 32;
    /// A pointer that passes over responses asks nothing.
    private static final long REST_MILLIS = 150;

    private final Scorer scorer;
    private final Executor window;
    private final int top;
    private final Map<TraceRow, Answer> answers = new LinkedHashMap<>(REMEMBERED, 0.75f, true);
    private CompletableFuture<Answer> inHand = new CompletableFuture<>();

    /// What the models have said; `scored` and `models` are null where `problem` says why they have not.
    record Answer(TokenModels models, Scored scored, String problem) {}

    /// @param top how many likeliest words are asked for
    ModelQuestions(Scorer scorer, Executor window, int top) {
        this.scorer = scorer;
        this.window = window;
        this.top = top;
    }

    Optional<Answer> remembered(TraceRow row) {
        return Optional.ofNullable(answers.get(row));
    }

    void forget(TraceRow row) {
        answers.remove(row);
    }

    /// Gives up the question in hand: nothing is told of it.
    void giveUp() {
        inHand.cancel(true);
    }

    /// Asks in the background about the response that `place` is in, in place of the question in hand.
    void ask(TokenPlace place, Consumer<Answer> told) {
        giveUp();
        CompletableFuture<Answer> asked = new CompletableFuture<>();
        inHand = asked;
        CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
            if (!asked.isDone()) {
                ask(place, asked);
            }
        });
        asked.whenComplete((given, failed) -> window.execute(() -> {
            if (!asked.isCancelled()) {
                Answer answer = failed == null ? given : new Answer(null, null, sentence(failed));
                remember(place.row(), answer);
                if (inHand == asked) {
                    told.accept(answer);
                }
            }
        }));
    }

    private void ask(TokenPlace place, CompletableFuture<Answer> asked) {
        try {
            TokenModels models = TokenModels.of(place);
            CompletableFuture<Scored> scores =
                    score(models, place.row().ids(), place.row().promptLength());
            scores.whenComplete((scored, failed) -> {
                if (failed == null) {
                    asked.complete(new Answer(models, scored, ""));
                } else {
                    asked.completeExceptionally(failed);
                }
            });
            asked.whenComplete((_, _) -> scores.cancel(true));
        } catch (RuntimeException e) {
            asked.completeExceptionally(e);
        }
    }

    CompletableFuture<Scored> score(TokenModels models, int[] ids, int promptLength) {
        return scorer.score(ScoreQuestion.ofIds(models.names(), ids, promptLength, top));
    }

    private void remember(TraceRow row, Answer answer) {
        answers.put(row, answer);
        if (answers.size() > REMEMBERED) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    static String sentence(Throwable failed) {
        boolean wrapped = failed instanceof CompletionException && failed.getCause() != null;
        Throwable cause = wrapped ? failed.getCause() : failed;
        return cause.getMessage() == null ? "The models cannot be asked: " + cause + "." : cause.getMessage();
    }
}
