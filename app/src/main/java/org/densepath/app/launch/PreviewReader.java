package org.densepath.app.launch;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentPreview;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads an experiment's files on a background thread, a moment after the last change. Of several questions only
/// the newest is answered; files that have been read are not read again for other settings.
final class PreviewReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewReader.class);
    private static final long DELAY_MILLIS = 250;

    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("launch-preview").factory());
    private final Executor window;
    private ScheduledFuture<?> planned;
    private long asked;
    /// Those of the background thread.
    private Experiment last;

    private ExperimentPreview read;

    PreviewReader(Executor window) {
        this.window = window;
    }

    /// For the window's thread; `answer` is called on it.
    void ask(Experiment experiment, Consumer<ExperimentPreview> answer) {
        if (planned != null) {
            planned.cancel(false);
        }
        long mine = ++asked;
        planned = background.schedule(
                () -> {
                    try {
                        ExperimentPreview preview = preview(experiment);
                        window.execute(() -> {
                            if (mine == asked) {
                                answer.accept(preview);
                            }
                        });
                    } catch (RuntimeException e) {
                        LOG.warn("the experiment's files cannot be looked at", e);
                    }
                },
                DELAY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /// Drops what was asked and not yet answered.
    void forget() {
        asked++;
    }

    private ExperimentPreview preview(Experiment experiment) {
        boolean sameFiles = last != null
                && last.data().equals(experiment.data())
                && Objects.equals(last.model().path(), experiment.model().path())
                && read.problems().isEmpty();
        read = sameFiles ? read.with(experiment) : ExperimentPreview.of(experiment);
        last = experiment;
        return read;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
