package org.densepath.bench.judge.endpoint;

import java.util.List;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;

/// What the endpoint takes for a million tokens, read and written, in the user's currency; 0 where it is free.
public record Prices(double prompt, double completion) {
    private static final double MILLION = 1e6;

    /// Throws [BadInputException] for a negative price.
    public Prices {
        if (!(prompt >= 0 && completion >= 0)) {
            throw new BadInputException("A price is negative; expected the price of a million tokens, or 0.");
        }
    }

    public boolean free() {
        return prompt == 0 && completion == 0;
    }

    double of(long promptTokens, long completionTokens) {
        return (promptTokens * prompt + completionTokens * completion) / MILLION;
    }

    double of(JudgeReply reply) {
        return of(reply.promptTokens(), reply.completionTokens());
    }

    /// What a request costs at most, if its prompt is as long as it is thought to be.
    double atMost(JudgeRequest request) {
        return of(request.promptTokens(), request.maxTokens());
    }

    /// What replies have cost.
    public double of(List<JudgeReply> replies) {
        return replies.stream().mapToDouble(this::of).sum();
    }
}
