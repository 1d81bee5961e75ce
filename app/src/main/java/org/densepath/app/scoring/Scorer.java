package org.densepath.app.scoring;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/// Answers questions to models that it keeps loaded.
///
/// Futures complete on a background thread, exceptionally with a [ScorerException] or an
/// [org.densepath.BadInputException]. Cancelling one tells the worker.
public interface Scorer extends AutoCloseable {
    CompletableFuture<Scored> score(ScoreQuestion question);

    CompletableFuture<List<Generated>> generate(GenerateQuestion question);

    /// As [#generate]; `progress` is told, on a background thread, the share of the token limit that is reached.
    default CompletableFuture<List<Generated>> generate(GenerateQuestion question, DoubleConsumer progress) {
        return generate(question);
    }

    /// Ends the worker, if there is one.
    @Override
    void close();
}
