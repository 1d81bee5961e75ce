package org.densepath.app.launch;

import java.util.Optional;
import org.densepath.experiment.TimeNeed;

/// How far the estimate of time is. `sentence`: why there is none, where it was tried; `busy`: the share of the
/// machine that the measurement got, where other work took some; `measurable`: whether the speed can be measured
/// now.
record Estimate(State state, String sentence, Optional<TimeNeed> time, double busy, boolean measurable) {
    enum State {
        /// there is no speed for this model yet
        UNKNOWN,
        MEASURING,
        KNOWN,
        FAILED
    }

    static Estimate unknown(boolean measurable) {
        return new Estimate(State.UNKNOWN, "", Optional.empty(), 1, measurable);
    }

    static Estimate measuring() {
        return new Estimate(State.MEASURING, "", Optional.empty(), 1, false);
    }

    static Estimate failed(String sentence) {
        return new Estimate(State.FAILED, sentence, Optional.empty(), 1, true);
    }

    static Estimate of(TimeNeed time, double busy, boolean measurable) {
        return new Estimate(State.KNOWN, "", Optional.of(time), busy, measurable);
    }
}
