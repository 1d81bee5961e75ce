package org.densepath.app.task;

/// How work tells how far it is, and hears that it is no longer wanted. For the thread that does the work.
public interface Progress {
    /// `done` of `total`; a total of 0 is not known.
    void of(long done, long total);

    boolean cancelled();
}
