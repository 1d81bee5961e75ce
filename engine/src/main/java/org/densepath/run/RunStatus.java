package org.densepath.run;

/// How a run stands.
public enum RunStatus {
    /// The folder is there, no worker has begun.
    PREPARED,
    RUNNING,
    /// Stopped on request, can be resumed.
    STOPPED,
    /// Its worker is gone without a last word (killed, power cut): can be resumed.
    INTERRUPTED,
    FINISHED,
    FAILED
}
