package org.densepath.run.query;

/// A trace file that cannot be read (torn, gone, being replaced), and why. The others are read without it.
public record LeftOut(TraceFile file, String reason) {
    public String sentence() {
        return "Step " + file.step() + " is left out: the file " + file.path().getFileName() + " of "
                + file.track().arm() + " cannot be read (" + reason + ").";
    }
}
