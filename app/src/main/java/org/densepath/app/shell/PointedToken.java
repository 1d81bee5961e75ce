package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.densepath.app.inspect.InspectorViewModel;
import org.densepath.app.inspect.TokenPlace;
import org.densepath.app.tokens.KeptSteps;
import org.densepath.app.tokens.TokenWatcher;
import org.densepath.app.tokens.TokensViewModel;
import org.densepath.run.TraceRow;

/// Hands the token that a person points at to the inspector.
final class PointedToken implements TokenWatcher {
    private final TokensViewModel tokens;
    private final InspectorViewModel inspector;

    PointedToken(TokensViewModel tokens, InspectorViewModel inspector) {
        this.tokens = tokens;
        this.inspector = inspector;
    }

    @Override
    public void pointed(TraceRow row, int token, Path run) {
        KeptSteps kept = tokens.kept().get();
        List<TraceRow> step = tokens.step().get().rows();
        inspector.show(new TokenPlace(row, token, run, kept.arm(), kept.seed(), step));
    }

    @Override
    public void cleared() {
        // the last token of the shown response stays while the pointer goes to the inspector
        Optional<TraceRow> inspected = inspector.place().get().map(TokenPlace::row);
        if (!inspected.equals(tokens.response())) {
            inspector.clear();
        }
    }
}
