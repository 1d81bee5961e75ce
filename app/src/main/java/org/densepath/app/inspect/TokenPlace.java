package org.densepath.app.inspect;

import java.nio.file.Path;
import java.util.List;
import org.densepath.run.TraceRow;

/// A token of a kept response.
///
/// @param row the response
/// @param token its place in the response, from 0
/// @param run the run's folder
/// @param arm whose policy said it, as `dpr`
/// @param step all responses of the step that `row` belongs to, which its baseline and its share of the gradient
/// depend on; empty where they are not known
public record TokenPlace(TraceRow row, int token, Path run, String arm, int seed, List<TraceRow> step) {
    public TokenPlace {
        if (token < 0 || token >= row.responseLength()) {
            throw new IllegalArgumentException("token " + token + " of " + row.responseLength());
        }
        step = List.copyOf(step);
    }

    public TokenPlace at(int other) {
        return new TokenPlace(row, other, run, arm, seed, step);
    }

    /// The token's id.
    public int id() {
        return row.ids()[row.promptLength() + token];
    }

    /// Its text; empty for the later parts of a character that is cut over several tokens.
    public String text() {
        return row.tokens().get(token);
    }

    public boolean isLast() {
        return token == row.responseLength() - 1;
    }

    /// The value of a column of the trace at this token, NaN where the trace has none.
    public float of(float[] column) {
        return token < column.length ? column[token] : Float.NaN;
    }
}
