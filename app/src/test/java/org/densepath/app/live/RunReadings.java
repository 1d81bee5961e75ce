package org.densepath.app.live;

import java.nio.file.Path;

/// What the window knows of a run folder, for tests of other pages.
public final class RunReadings {
    private RunReadings() {}

    public static RunSnapshot of(Path folder) {
        RunReading reading = new RunReading(folder);
        reading.poll();
        return reading.snapshot();
    }
}
