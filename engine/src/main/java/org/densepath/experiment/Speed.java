package org.densepath.experiment;

import org.densepath.model.Generator;

/// How fast one model is on one machine, as [SpeedProbe] has measured it, in seconds by the clock: what
/// [TimeNeed] multiplies with the counts of a [Workload].
///
/// @param start from the start of the process until the data is read and the model loaded
/// @param train forward and backward of SFT, a token that is fed
/// @param update clipping, AdamW and clearing the gradients, once an update
/// @param pack what a generation begins with: weights laid out for it
/// @param prefill reading a prompt, a token
/// @param decode one token step of a generation, apart from its rows
/// @param row one row of a token step
/// @param score a frozen model reading prompts and responses, a token
/// @param policy forward and backward of DPR, a token
/// @param write a byte of a snapshot or checkpoint on the disk
/// @param answers tokens of answers that the base model gave, cut at `answerLimit`
/// @param slot bytes of keys and values of one token in a generation
/// @param parameters the model's number of weights
/// @param others the share of all processors' time that other work had while this was measured
public record Speed(
        double start,
        double train,
        double update,
        double pack,
        double prefill,
        double decode,
        double row,
        double score,
        double policy,
        double write,
        int[] answers,
        int answerLimit,
        long slot,
        long parameters,
        double others) {

    /// How many rows with prompts of this length are drawn at once, as [Generator] cuts them.
    int rowsAtOnce(double promptLength, int maxNewTokens, int samples) {
        double byCache = Generator.CACHE_BYTES / (slot * (promptLength + maxNewTokens));
        double byPrompts = Generator.MOST_PROMPT_TOKENS / Math.max(1, promptLength) * samples;
        return (int) Math.max(samples, Math.min(Generator.MOST_ROWS, Math.min(byCache, byPrompts)));
    }
}
