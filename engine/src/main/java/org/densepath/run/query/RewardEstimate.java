package org.densepath.run.query;

/// The mean r̂ of some tokens and its 95 % interval, by responses (a response's tokens depend on each other).
///
/// @param responses in how many responses they are
/// @param mean NaN where there is none
/// @param low NaN where there are fewer than two responses, as `high`
public record RewardEstimate(long tokens, long responses, double mean, double low, double high) {}
