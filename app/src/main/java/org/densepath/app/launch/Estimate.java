package org.densepath.app.launch;

import java.util.Optional;
import org.densepath.experiment.TimeNeed;

/// How far the estimate of time is. `sentence`: why there is none, where it was tried; `others`: the share of the
/// machine that other work had while it was measured; `measurable`: whether the speed can be measured now.
record Estimate(State state, String sentence, Optional<TimeNeed> time, double others, boolean measurable) {
    enum State {
        /// there is no speed for this model yet
        UNKNOWN,
        MEASURING,
        KNOWN,
        FAILED
    }

    static Estimate unknown(boolean measurable) {
        return new Estimate(State.UNKNOWN, "", Optional.empty(), 0, measurable);
    }

    static Estimate measuring() {
        return new Estimate(State.MEASURING, "", Optional.empty(), 0, false);
    }

    static Estimate failed(String sentence) {
        return new Estimate(State.FAILED, sentence, Optional.empty(), 0, true);
    }

    static Estimate of(TimeNeed time, double others, boolean measurable) {
        return new Estimate(State.KNOWN, "", Optional.of(time), others, measurable);
    }
}
