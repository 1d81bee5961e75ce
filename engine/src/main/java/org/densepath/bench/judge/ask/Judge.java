package org.densepath.bench.judge.ask;

import java.util.List;
import java.util.function.BiConsumer;

/// Who compares and rates answers: an endpoint, or a model in memory.
public interface Judge {
    /// What its verdicts are called after.
    String name();

    /// What its replies depend on besides the question: the model, by name or by content.
    String identity();

    /// Asks each request once more; `ended` is told each one's end as it comes, from any thread, one at a time.
    /// Throws [org.densepath.BadInputException] when no request can be answered, and [CapReachedException] when
    /// the next one could cost too much; what `ended` was told holds.
    void ask(List<JudgeRequest> requests, BiConsumer<JudgeRequest, Asked> ended);
}
