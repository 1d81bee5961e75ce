package org.densepath.app.launch;

import java.util.Optional;
import org.densepath.experiment.TimeNeed;

/// How far the estimate of time is. `sentence`: why there is none, where it was tried; `busy`: the share of the
/// machine that the measurement got, where other work took some.
record Estimate(State state, String sentence, Optional<TimeNeed> time, double busy) {
    enum State {
        /// there is no speed for this model yet
        UNKNOWN,
        MEASURING,
        KNOWN,
        FAILED
    }

    static final Estimate UNKNOWN = new Estimate(State.UNKNOWN, "", Optional.empty(), 1);
    static final Estimate MEASURING = new Estimate(State.MEASURING, "", Optional.empty(), 1);

    static Estimate failed(String sentence) {
        return new Estimate(State.FAILED, sentence, Optional.empty(), 1);
    }

    static Estimate of(TimeNeed time, double busy) {
        return new Estimate(State.KNOWN, "", Optional.of(time), busy);
    }
}
