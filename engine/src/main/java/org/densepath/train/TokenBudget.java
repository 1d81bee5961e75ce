package org.densepath.train;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.densepath.BadInputException;
import org.densepath.tensor.OutOfMemoryException;

/// How many tokens are in memory at once. Where memory runs out, the budget is halved and the work done again:
/// the same sequences in more micro-batches, which gives the same result but for rounding.
public final class TokenBudget {
    private static final int LEAST = 16;

    private int tokens;
    private IntConsumer halved = _ -> {};
    private IntConsumer attempt = _ -> {};

    public TokenBudget(int tokens) {
        this.tokens = tokens;
    }

    /// `listener` is told the new budget whenever it was halved.
    public TokenBudget whenHalved(IntConsumer listener) {
        halved = listener;
        return this;
    }

    /// `listener` is told the budget before each attempt; what it throws counts as thrown by the work.
    public TokenBudget beforeAttempts(IntConsumer listener) {
        attempt = listener;
        return this;
    }

    /// Does `work` with the budget, which must begin anew each time. Throws [BadInputException] where memory does
    /// not suffice even for very few tokens.
    public <T> T fit(IntFunction<T> work) {
        while (true) {
            try {
                attempt.accept(tokens);
                return work.apply(tokens);
            } catch (OutOfMemoryException e) {
                halve(e);
            }
        }
    }

    private void halve(OutOfMemoryException e) {
        if (tokens <= LEAST) {
            throw new BadInputException(
                    "Memory ran out even with " + tokens + " tokens at once: set memory.recompute=true or an adapter"
                            + " (adapter.rank), or take a smaller model.",
                    e);
        }
        tokens = Math.max(LEAST, tokens / 2);
        halved.accept(tokens);
    }

    public int tokens() {
        return tokens;
    }
}
