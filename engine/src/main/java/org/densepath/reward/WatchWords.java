package org.densepath.reward;

import java.util.Locale;
import org.densepath.reward.Alarm.Action;
import org.densepath.reward.Alarm.Direction;
import org.densepath.reward.WatchSettings.Limit;

/// What an alarm says: what was seen, and what a person can change.
final class WatchWords {
    private WatchWords() {}

    static Alarm alarm(String metric, Limit limit, double value, double start) {
        String seen = "%s %s to %s%s, past the %s limit of %s%s."
                .formatted(
                        title(metric),
                        limit.direction() == Direction.UP ? "rose" : "fell",
                        number(value),
                        limit.window() == 1 ? "" : " (mean of the last " + limit.window() + " values)",
                        limit.action().name().toLowerCase(Locale.ROOT),
                        number(limit.line(start)),
                        Double.isNaN(start) || limit.factor() == 0 ? "" : " (it started at " + number(start) + ")");
        return new Alarm(
                metric,
                limit.direction(),
                value,
                limit.line(start),
                limit.action(),
                seen,
                whatToDo(metric, limit.direction()));
    }

    static Alarm infinite(String metric, double value) {
        return new Alarm(
                metric,
                value > 0 ? Direction.UP : Direction.DOWN,
                value,
                Double.NaN,
                Action.STOP,
                title(metric) + " is no longer finite.",
                "Go back to the last checkpoint and lower the learning rate; with top-p or min-p sampling, check that"
                        + " both models give the sampled tokens some probability.");
    }

    private static String title(String metric) {
        return switch (metric) {
            case WatchLimits.LENGTH -> "The mean response length";
            case WatchLimits.CUT -> "The share of responses cut at the length limit";
            case WatchLimits.DISTINCT -> "Distinct-2";
            case WatchLimits.ENTROPY -> "The policy's entropy per token";
            case WatchLimits.KL -> "The KL to the SFT model per token";
            case WatchLimits.CORRELATION -> "The correlation of the return with the outside check";
            case WatchLimits.HELD_OUT_CORRELATION -> "The correlation of the return with the check on held-out prompts";
            case WatchLimits.HELD_OUT_GREEDY -> "Greedy success on held-out prompts";
            case WatchLimits.HELD_OUT_SAMPLED -> "Sampled success on held-out prompts";
            default -> metric;
        };
    }

    private static String whatToDo(String metric, Direction direction) {
        boolean up = direction == Direction.UP;
        return switch (metric) {
            case WatchLimits.LENGTH ->
                up
                        ? "Read the longest responses: if they are filler, raise the KL coefficient or lower the"
                                + " learning rate."
                        : "Read the shortest responses: if they stop early, raise the KL coefficient; a reward whose"
                                + " tokens are negative on average pays for ending.";
            case WatchLimits.CUT ->
                up
                        ? "If responses never end, raise the KL coefficient or lower the learning rate; if they are"
                                + " good but long, raise the length limit."
                        : "Responses now end where they did not before: read some to see whether they end too early.";
            case WatchLimits.DISTINCT ->
                up
                        ? "More variety than the SFT model has is rare-token noise when entropy rises too: raise the KL"
                                + " coefficient or lower the learning rate."
                        : "The responses repeat themselves: raise the KL coefficient, or lower the learning rate.";
            case WatchLimits.ENTROPY ->
                up
                        ? "The policy is drifting to noise: go back to an earlier checkpoint, lower the learning rate"
                                + " and raise the KL coefficient."
                        : "The policy is collapsing onto few answers: raise the KL coefficient, or stop here and"
                                + " compare with the SFT model sampled at a lower temperature.";
            case WatchLimits.KL ->
                up
                        ? "The policy is far from where the reward was learned: raise the KL coefficient or lower the"
                                + " learning rate."
                        : "A KL estimate cannot be below 0 on average: check that temperature and top-p of the sampler"
                                + " match the log-probabilities that are trained on.";
            case WatchLimits.CORRELATION, WatchLimits.HELD_OUT_CORRELATION ->
                "The return no longer goes with being right, so further steps optimise something else: raise the KL"
                        + " coefficient, or keep the checkpoint from before the fall.";
            case WatchLimits.HELD_OUT_GREEDY, WatchLimits.HELD_OUT_SAMPLED ->
                "The return rises while held-out success falls: keep the best checkpoint so far and raise the KL"
                        + " coefficient (1 is a start; 1/beta is how far it extrapolates).";
            default -> "Look at the responses of this step, and lower the learning rate or raise the KL coefficient.";
        };
    }

    private static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
