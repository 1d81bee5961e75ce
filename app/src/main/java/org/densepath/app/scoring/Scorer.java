package org.densepath.app.scoring;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Answers questions to models that it keeps loaded.
///
/// Futures complete on a background thread, exceptionally with a [ScorerException] or an
/// [org.densepath.BadInputException]. Cancelling one tells the worker.
public interface Scorer extends AutoCloseable {
    CompletableFuture<Scored> score(ScoreQuestion question);

    CompletableFuture<List<Generated>> generate(GenerateQuestion question);

    /// Ends the worker, if there is one.
    @Override
    void close();
}
