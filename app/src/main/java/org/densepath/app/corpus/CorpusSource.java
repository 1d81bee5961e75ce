package org.densepath.app.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Progress;
import org.densepath.app.task.Tasks;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;
import org.densepath.run.query.Corpus;
import org.densepath.run.query.CorpusExample;
import org.densepath.run.query.CorpusPart;
import org.densepath.run.query.CorpusReader;
import org.densepath.run.query.CorpusSettings;
import org.densepath.run.query.ExampleChoice;
import org.densepath.run.query.Limits;
import org.densepath.run.query.Reading;
import org.densepath.run.query.TraceFile;
import org.densepath.run.query.TraceFiles;

/// Reads the tokens of one run in the background, one question after another.
final class CorpusSource implements AutoCloseable {
    static final int EXAMPLES = 40;

    private final Path run;
    private final Tasks tasks;
    private final CorpusReader reader = new CorpusReader();
    private boolean closed;

    CorpusSource(Path run, Tasks tasks) {
        this.run = run;
        this.tasks = tasks;
    }

    /// What of the run is wanted.
    record Wanted(Optional<Track> track, Limits steps, CorpusSettings settings) {
        boolean has(TraceFile file) {
            return track.map(file.track()::equals).orElse(true)
                    && file.step() >= steps.low()
                    && file.step() <= steps.high();
        }
    }

    /// A corpus, and what it might have been taken from.
    record Read(Corpus corpus, List<Track> tracks) {}

    /// `soFar` comes now and then on a background thread, `done` at the end on the window's.
    BackgroundTask read(Wanted wanted, Consumer<Read> soFar, Consumer<Read> done, Consumer<String> failed) {
        return tasks.run(
                "Statistics of all tokens",
                progress -> {
                    List<TraceFile> all = new TraceFiles(RunFolder.open(run)).poll();
                    List<Track> tracks =
                            all.stream().map(TraceFile::track).distinct().toList();
                    List<TraceFile> files = all.stream().filter(wanted::has).toList();
                    synchronized (reader) {
                        Corpus corpus = reader.read(
                                files,
                                wanted.settings,
                                reading(progress),
                                part -> soFar.accept(new Read(part, tracks)));
                        return new Read(corpus, tracks);
                    }
                },
                done,
                failed);
    }

    BackgroundTask examples(
            CorpusPart part, ExampleChoice choice, Consumer<List<CorpusExample>> done, Consumer<String> failed) {
        return tasks.run(
                "Examples",
                progress -> {
                    synchronized (reader) {
                        return reader.examples(part, choice, EXAMPLES, reading(progress));
                    }
                },
                done,
                failed);
    }

    /// The reader is let go when nothing reads any more.
    @Override
    public void close() {
        Thread.ofVirtual().start(() -> {
            synchronized (reader) {
                closed = true;
                reader.close();
            }
        });
    }

    private Reading reading(Progress progress) {
        return (done, total) -> {
            progress.of(done, total);
            return !closed && !progress.cancelled();
        };
    }
}
