package org.densepath.app.pair;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.densepath.BadInputException;
import org.densepath.app.scoring.ScorerException;
import org.densepath.app.task.Progress;

/// How a background task waits for the scorer.
final class Answers {
    private static final long LOOK_MILLIS = 50;

    private Answers() {}

    /// The answer; the question is withdrawn when the task is cancelled. Throws [BadInputException] with the
    /// scorer's sentence where there is no answer.
    static <T> T of(CompletableFuture<T> question, Progress progress) throws InterruptedException {
        while (true) {
            try {
                return question.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.cancelled()) {
                    question.cancel(true);
                    throw new BadInputException("Cancelled.", e);
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof BadInputException || e.getCause() instanceof ScorerException) {
                    throw new BadInputException(e.getCause().getMessage(), e);
                }
                throw new BadInputException("The models cannot be asked: " + e.getCause() + ".", e);
            }
        }
    }
}
