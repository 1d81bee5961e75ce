package org.densepath.run.query;

import java.util.OptionalDouble;

/// A response to a prompt that is looked at over the steps, without its text.
///
/// @param id its number in the [RolloutTable]
public record PromptPoint(int id, TraceFile file, int sample, double totalReturn, int length, OptionalDouble check) {}
