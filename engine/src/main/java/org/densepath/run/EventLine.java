package org.densepath.run;

import java.time.Instant;

/// An event in its envelope: version of the format, sequence number (from 1, over all of a run's workers), time.
/// As JSON the envelope's fields stand beside the event's own, so that `jq` and `pandas` see a flat table.
public record EventLine(int schemaVersion, long sequence, Instant time, Event event) {
    /// The version that is written. A higher one is read as far as it is known.
    public static final int SCHEMA_VERSION = 1;

    /// The line as it stands in `events.jsonl`, without its end.
    public String json() {
        return EventFormat.write(this);
    }
}
