package org.densepath.run.query;

import java.util.concurrent.CancellationException;

/// Is told how far a reading is, and may end it.
@FunctionalInterface
public interface Reading {
    /// Reads to the end, and nobody looks.
    Reading WHOLE = (_, _) -> true;

    /// `done` of `total` files are read; whether to go on.
    boolean goOn(int done, int total);

    /// Throws [CancellationException] when nobody wants the rest.
    default void at(int done, int total) {
        if (!goOn(done, total)) {
            throw new CancellationException("the reading was cancelled");
        }
    }
}
