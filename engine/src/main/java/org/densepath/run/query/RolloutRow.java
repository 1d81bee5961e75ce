package org.densepath.run.query;

import java.util.OptionalDouble;
import org.densepath.run.TraceRow;

/// One response in the table of all: what a line shows, without its tokens' numbers.
///
/// @param id its number in the [RolloutTable]
/// @param row its place in `file`
/// @param prompt the first [RolloutTable#SHOWN] characters, and so the response
public record RolloutRow(
        int id,
        TraceFile file,
        int row,
        int promptIndex,
        int sample,
        String prompt,
        String response,
        double totalReturn,
        int length,
        TraceRow.Ended ended,
        OptionalDouble check) {}
