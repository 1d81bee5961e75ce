package org.densepath.app.task;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Work that goes on beside the window. Its properties belong to the window's thread.
public final class BackgroundTask {
    private final String title;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final AtomicBoolean cancelled = new AtomicBoolean();

    BackgroundTask(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// 0 … 1; −1 while it is not known.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Asks the work to end; its result is dropped.
    public void cancel() {
        cancelled.set(true);
    }

    /// @param hand runs the second argument on the window's thread, with the first as what it is about
    Progress asSeenByWork(BiConsumer<BackgroundTask, Double> hand) {
        return new Progress() {
            @Override
            public void of(long done, long total) {
                hand.accept(BackgroundTask.this, total <= 0 ? -1.0 : (double) done / total);
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
    }

    void progressed(double share) {
        progress.set(share);
    }

    boolean isCancelled() {
        return cancelled.get();
    }
}
