package org.densepath.bench.judge.ask;

/// How a question to a judge ended: with a reply, or with the sentence that says why there is none.
public sealed interface Asked {
    record Replied(JudgeReply reply) implements Asked {}

    record Failed(String sentence) implements Asked {}
}
