package org.densepath.bench.judge.endpoint;

import java.util.Collection;
import java.util.Locale;
import org.densepath.bench.judge.ask.JudgeRequest;

/// What requests will cost, before they are made: prompts guessed at a token for four bytes, replies at a quarter
/// of their limit (`expected`) and at all of it (`most`).
public record CostEstimate(int requests, long promptTokens, long mostCompletionTokens, double expected, double most) {
    private static final int EXPECTED_PART = 4;

    public static CostEstimate of(Collection<JudgeRequest> requests, Prices prices) {
        long prompt = requests.stream().mapToLong(JudgeRequest::promptTokens).sum();
        long most = requests.stream().mapToLong(JudgeRequest::maxTokens).sum();
        return new CostEstimate(
                requests.size(), prompt, most, prices.of(prompt, most / EXPECTED_PART), prices.of(prompt, most));
    }

    /// `160 questions, about 120000 tokens to read and at most 327680 to write: about 1.22, at most 4.88`.
    public String line(Prices prices) {
        String cost = prices.free()
                ? "; without --price-in and --price-out there is no cost to tell"
                : String.format(Locale.ROOT, ": about %.4g, at most %.4g", expected, most);
        return requests + " questions, about " + promptTokens + " tokens to read and at most " + mostCompletionTokens
                + " to write" + cost;
    }
}
