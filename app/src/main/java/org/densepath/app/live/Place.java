package org.densepath.app.live;

import java.nio.file.Path;

/// A response of a kept step, a token of it, or the step as a whole.
///
/// @param run the run's folder @param promptIndex [#WHOLE_STEP] where no response is meant @param sample likewise
/// @param token its place in the response from 0; [#NO_TOKEN] where none is meant
public record Place(Path run, String arm, int seed, long step, int promptIndex, int sample, int token) {
    public static final int WHOLE_STEP = -1;
    public static final int NO_TOKEN = -1;

    public Place(Path run, String arm, int seed, long step, int promptIndex, int sample) {
        this(run, arm, seed, step, promptIndex, sample, NO_TOKEN);
    }

    /// A token of this response.
    public Place at(int place) {
        return new Place(run, arm, seed, step, promptIndex, sample, place);
    }
}
