package org.densepath.data;

/// A record that cannot be used. `line` counts from 1; in a Parquet file it is the row. `reason` completes the
/// sentence "line 7 …".
public record Refused(int line, String reason) {
    @Override
    public String toString() {
        return "line " + line + " " + reason;
    }
}
