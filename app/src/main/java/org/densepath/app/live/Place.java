package org.densepath.app.live;

import java.nio.file.Path;

/// A response of a kept step.
///
/// @param run the run's folder
public record Place(Path run, String arm, int seed, long step, int promptIndex, int sample) {}
