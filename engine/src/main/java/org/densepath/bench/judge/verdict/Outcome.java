package org.densepath.bench.judge.verdict;

/// What became of a question to the judge. Only a judged one has a value.
public enum Outcome {
    /// The reply holds a verdict.
    JUDGED,
    /// There is a reply, and no verdict in it.
    UNPARSED,
    /// There is no reply.
    FAILED
}
