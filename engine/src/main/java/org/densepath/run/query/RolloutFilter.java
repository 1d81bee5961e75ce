package org.densepath.run.query;

import java.util.Optional;
import java.util.OptionalInt;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;

/// Which responses are wanted. A response whose return is not a number passes only where returns are not limited.
///
/// @param prompt the prompt's place in the prompts file
/// @param text occurs in the prompt or the response, whatever the case; empty for all
public record RolloutFilter(
        Optional<Track> track,
        Limits steps,
        Limits returns,
        Limits lengths,
        Optional<TraceRow.Ended> ended,
        Check check,
        OptionalInt prompt,
        String text) {
    public static final RolloutFilter ALL = new RolloutFilter(
            Optional.empty(),
            Limits.NONE,
            Limits.NONE,
            Limits.NONE,
            Optional.empty(),
            Check.ANY,
            OptionalInt.empty(),
            "");

    /// A check passes from one half on: most say 0 or 1.
    public static final double PASSED = 0.5;

    /// What the outside check said.
    public enum Check {
        ANY,
        PASSED,
        FAILED,
        /// There is no result.
        NONE
    }

    public RolloutFilter withTrack(Optional<Track> other) {
        return new RolloutFilter(other, steps, returns, lengths, ended, check, prompt, text);
    }

    public RolloutFilter withSteps(Limits other) {
        return new RolloutFilter(track, other, returns, lengths, ended, check, prompt, text);
    }

    public RolloutFilter withReturns(Limits other) {
        return new RolloutFilter(track, steps, other, lengths, ended, check, prompt, text);
    }

    public RolloutFilter withLengths(Limits other) {
        return new RolloutFilter(track, steps, returns, other, ended, check, prompt, text);
    }

    public RolloutFilter withEnded(Optional<TraceRow.Ended> other) {
        return new RolloutFilter(track, steps, returns, lengths, other, check, prompt, text);
    }

    public RolloutFilter withCheck(Check other) {
        return new RolloutFilter(track, steps, returns, lengths, ended, other, prompt, text);
    }

    public RolloutFilter withPrompt(OptionalInt other) {
        return new RolloutFilter(track, steps, returns, lengths, ended, check, other, text);
    }

    public RolloutFilter withText(String other) {
        return new RolloutFilter(track, steps, returns, lengths, ended, check, prompt, other);
    }
}
