package org.densepath.app.live;

import java.nio.file.Path;

/// A response of a kept step, or the step as a whole.
///
/// @param run the run's folder @param promptIndex [#WHOLE_STEP] where no response is meant @param sample likewise
public record Place(Path run, String arm, int seed, long step, int promptIndex, int sample) {
    public static final int WHOLE_STEP = -1;

    /// Whether a step is meant and none of its responses.
    public boolean wholeStep() {
        return promptIndex == WHOLE_STEP;
    }
}
