package org.densepath.run.query;

import java.nio.file.Path;
import org.densepath.run.Track;

/// One step's trace file, with as many rows as it was told to have.
public record TraceFile(Track track, long step, int responses, Path path) {
    public TraceFile {
        if (responses < 0) {
            throw new IllegalArgumentException(path + " with " + responses + " responses");
        }
    }
}
