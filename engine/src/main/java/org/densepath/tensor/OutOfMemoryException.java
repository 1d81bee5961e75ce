package org.densepath.tensor;

import java.util.List;
import java.util.Locale;

/// Memory for a tensor could not be had, on the device or the host. What was computed is lost, what was kept is
/// not.
public final class OutOfMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What torch's allocators and oneDNN say.
    private static final List<String> SAID =
            List.of("out of memory", "can't allocate memory", "not enough memory", "cannot allocate", "bad_alloc");

    public OutOfMemoryException(String message, Throwable cause) {
        super(message, cause);
    }

    /// `e` itself, or this exception where it speaks of memory.
    static RuntimeException orItself(RuntimeException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return SAID.stream().anyMatch(message::contains) ? new OutOfMemoryException(e.getMessage(), e) : e;
    }
}
