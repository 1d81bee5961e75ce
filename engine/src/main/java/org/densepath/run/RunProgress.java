package org.densepath.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far a run is.
///
/// @param stage the stage at work, or of what has ended the last that counts steps (DPR before its controls)
/// @param step its last finished step @param steps how many it takes; 0 when that is not known
/// @param lastTime of the last event @param worked how long its workers were at work, pauses left out
public record RunProgress(
        Optional<Track> stage,
        long step,
        long steps,
        Optional<Instant> started,
        Optional<Instant> lastTime,
        Duration worked) {
    static final RunProgress NONE =
            new RunProgress(Optional.empty(), 0, 0, Optional.empty(), Optional.empty(), Duration.ZERO);
}
