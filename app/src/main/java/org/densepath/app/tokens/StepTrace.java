package org.densepath.app.tokens;

import java.util.List;
import org.densepath.run.TraceRow;

/// The responses of one kept step, with where they lie and how they were made.
public record StepTrace(KeptSteps kept, long step, List<TraceRow> rows, RunFacts facts) {
    static final StepTrace NONE = new StepTrace(KeptSteps.NONE, 0, List.of(), RunFacts.UNKNOWN);

    public StepTrace {
        rows = List.copyOf(rows);
    }

    /// Over how many tokens the step's update was averaged.
    int responseTokens() {
        int sum = 0;
        for (TraceRow row : rows) {
            sum += row.responseLength();
        }
        return sum;
    }
}
