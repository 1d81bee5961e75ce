package org.densepath.app.corpus;

import org.densepath.run.query.CorpusPart;
import org.densepath.run.query.RewardEstimate;

/// A bar that can be opened: some tokens, and what is said of them.
///
/// @param title `Digits`, `␣85`, `20–30 % of the response`
/// @param meaning which tokens these are
public record Bar(String title, String meaning, CorpusPart part, RewardEstimate reward) {}
