package org.densepath.run;

import java.util.List;
import java.util.OptionalDouble;

/// One sampled response with its tokens' numbers: one row of a step's trace file.
///
/// `promptIndex` is the prompt's place in the prompts file, `sample` the response's number for that prompt. `ids`
/// are the prompt's and the response's token ids; `tokens` the response's token texts, one each. `totalReturn` is
/// the response's whole return (column `return`); `outsideCheck` a check's result that took no part in training;
/// `promptTokens` the texts of the prompt's tokens, its template's included, empty in traces that do not keep
/// them.
public record TraceRow(
        long step,
        int promptIndex,
        int sample,
        String prompt,
        String response,
        Ended ended,
        int[] ids,
        int promptLength,
        List<String> tokens,
        TokenValues values,
        double totalReturn,
        OptionalDouble outsideCheck,
        List<String> promptTokens) {
    public TraceRow {
        if (promptLength < 0 || promptLength > ids.length) {
            throw new IllegalArgumentException(
                    "a prompt of " + promptLength + " tokens in a sequence of " + ids.length);
        }
        tokens = List.copyOf(tokens);
        int responseLength = ids.length - promptLength;
        if (tokens.size() != responseLength) {
            throw new IllegalArgumentException(tokens.size() + " token texts for " + responseLength + " tokens");
        }
        values.check(responseLength);
        promptTokens = List.copyOf(promptTokens);
        if (!promptTokens.isEmpty() && promptTokens.size() != promptLength) {
            throw new IllegalArgumentException(
                    promptTokens.size() + " token texts for a prompt of " + promptLength + " tokens");
        }
    }

    /// A response whose prompt's tokens are not kept.
    public TraceRow(
            long step,
            int promptIndex,
            int sample,
            String prompt,
            String response,
            Ended ended,
            int[] ids,
            int promptLength,
            List<String> tokens,
            TokenValues values,
            double totalReturn,
            OptionalDouble outsideCheck) {
        this(
                step,
                promptIndex,
                sample,
                prompt,
                response,
                ended,
                ids,
                promptLength,
                tokens,
                values,
                totalReturn,
                outsideCheck,
                List.of());
    }

    /// The same with its prompt's tokens.
    public TraceRow withPromptTokens(List<String> texts) {
        return new TraceRow(
                step,
                promptIndex,
                sample,
                prompt,
                response,
                ended,
                ids,
                promptLength,
                tokens,
                values,
                totalReturn,
                outsideCheck,
                texts);
    }

    /// Why the response has no more tokens.
    public enum Ended {
        /// The policy said its end-of-sequence token.
        EOS,
        /// The limit of new tokens was reached.
        LENGTH
    }

    public int responseLength() {
        return ids.length - promptLength;
    }
}
