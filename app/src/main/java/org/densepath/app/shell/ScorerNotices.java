package org.densepath.app.shell;

import java.util.concurrent.Executor;
import org.densepath.app.scoring.ScorerListener;
import org.densepath.app.task.Notices;

/// Says in the window why the process that answers for models has ended.
record ScorerNotices(Notices notices, Executor window) implements ScorerListener {
    @Override
    public void ended(String sentence) {
        window.execute(() -> notices.problem(sentence));
    }
}
