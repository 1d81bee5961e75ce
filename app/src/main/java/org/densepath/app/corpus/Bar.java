package org.densepath.app.corpus;

import org.densepath.run.query.CorpusPart;
import org.densepath.run.query.RewardEstimate;

/// A bar that can be opened: some tokens, and what is said of them.
///
/// @param title `Digits`, `the token “ 85”`, `20–30 % of the response`
public record Bar(String title, CorpusPart part, RewardEstimate reward) {}
