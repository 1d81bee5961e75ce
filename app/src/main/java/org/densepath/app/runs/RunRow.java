package org.densepath.app.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densepath.run.RunSummary;

/// A run of the library: one and the same object as long as its folder is there, so that what is selected stays
/// selected while the run goes on. Belongs to the window's thread.
public final class RunRow {
    private final ReadOnlyObjectWrapper<RunSummary> run;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private final boolean sample;
    /// Null until somebody asks.
    private Optional<MainScore> score;

    private Optional<Duration> left = Optional.empty();

    /// @param sample whether it belongs to the product and is only shown
    RunRow(RunSummary run, boolean sample) {
        this.run = new ReadOnlyObjectWrapper<>(run);
        this.standing = new ReadOnlyObjectWrapper<>(Standing.of(run));
        this.sample = sample;
    }

    public Path folder() {
        return now().folder();
    }

    /// What is known of it now.
    public RunSummary now() {
        return run.get();
    }

    public ReadOnlyObjectProperty<RunSummary> run() {
        return run.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /// Whether it belongs to the product and is only shown.
    public boolean isSample() {
        return sample;
    }

    /// What is left of a run at work, where that can be told.
    Optional<Duration> left() {
        return left;
    }

    /// The score by which it is told at a glance.
    Optional<MainScore> score() {
        if (score == null) {
            score = MainScore.of(now());
        }
        return score;
    }

    /// @param starting whether a worker was started for it that has not said anything yet
    /// @param toEnd what is left of it, where that can be told
    void update(RunSummary news, boolean starting, Optional<Duration> toEnd) {
        left = toEnd;
        if (!news.scores().equals(now().scores()) || !news.heldOut().equals(now().heldOut())) {
            score = null;
        }
        standing.set(starting ? Standing.STARTING : Standing.of(news));
        run.set(news);
    }
}
