package org.densepath.bench.judge;

import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.verdict.Outcome;
import org.densepath.bench.judge.verdict.Reading;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFormat;

/// One question of a benchmark to the judge: what is asked, how its reply is read, and the verdict's fields that
/// do not depend on the reply ([Verdict] says what they are).
record Question(
        String key,
        String category,
        int turn,
        String first,
        int repeat,
        JudgeRequest request,
        VerdictFormat format,
        int length,
        int baselineLength) {

    Verdict verdict(Asked end) {
        return switch (end) {
            case Asked.Failed(String sentence) -> verdict(Outcome.FAILED, Reading.none(sentence), "");
            case Asked.Replied(JudgeReply reply) -> {
                Reading reading = format.read(reply);
                yield verdict(reading.parsed() ? Outcome.JUDGED : Outcome.UNPARSED, reading, reply.text());
            }
        };
    }

    private Verdict verdict(Outcome outcome, Reading reading, String text) {
        double value = first.equals(Verdict.BASELINE) ? 1 - reading.value() : reading.value();
        return new Verdict(
                key,
                category,
                turn,
                first,
                repeat,
                outcome,
                value,
                reading.weight(),
                reading.label(),
                reading.reason(),
                text,
                length,
                baselineLength);
    }
}
