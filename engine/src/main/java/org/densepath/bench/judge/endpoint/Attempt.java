package org.densepath.bench.judge.endpoint;

import java.time.Duration;
import org.densepath.bench.judge.ask.JudgeReply;

/// How one request to the endpoint ended. Each `why` completes "the endpoint …".
sealed interface Attempt {
    record Answered(JudgeReply reply) implements Attempt {}

    /// Worth another try. `hold`: how long the endpoint asks to leave it alone, or null.
    record Again(String why, Duration hold, Kind kind) implements Attempt {}

    enum Kind {
        /// Nobody answers: when the tries run out, no question can be asked.
        UNREACHABLE,
        /// The endpoint would not take it now.
        NOT_NOW,
        /// The answer did not come whole: the endpoint may have worked on it, and may charge for it.
        LOST
    }

    /// This question will never be answered.
    record Refused(String why) implements Attempt {}

    /// No question will be answered; `sentence` says what to do.
    record Stop(String sentence) implements Attempt {}
}
