package org.densepath.app.tokens;

import java.nio.file.Path;
import org.densepath.run.TraceRow;

/// Is told which token a person points at.
public interface TokenWatcher {
    /// @param token its place in the response, from 0
    /// @param run the run's folder
    void pointed(TraceRow row, int token, Path run);

    /// No token is pointed at.
    void cleared();
}
