package org.densepath.bench.judge.verdict;

import org.densepath.bench.judge.ask.JudgeReply;

/// How a benchmark's judge says its verdict.
@FunctionalInterface
public interface VerdictFormat {
    /// Never throws: a reply without a verdict is read as that.
    Reading read(JudgeReply reply);
}
