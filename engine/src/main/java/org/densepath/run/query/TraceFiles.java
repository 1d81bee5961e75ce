package org.densepath.run.query;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;

/// The trace files of a run that count, as its events tell them: a resume leaves files of steps that are done
/// again, which do not. Follows a run that is being written. Belongs to one thread.
public final class TraceFiles {
    private static final Comparator<TraceFile> ORDER =
            Comparator.comparing(TraceFile::track).thenComparingLong(TraceFile::step);

    private final Path folder;
    private final EventLog log;
    private final RunState state = new RunState();

    public TraceFiles(RunFolder run) {
        folder = run.path();
        log = new EventLog(run.events());
    }

    /// Those of now, by track and step.
    public List<TraceFile> poll() {
        for (EventLine line : log.poll()) {
            // metrics would be kept for nothing
            if (!(line.event() instanceof Event.StepFinished)) {
                state.apply(line);
            }
        }
        Map<Path, TraceFile> files = new LinkedHashMap<>();
        for (Event.RolloutsSaved saved : state.all(Event.RolloutsSaved.class)) {
            Path path = folder.resolve(saved.path());
            files.put(path, new TraceFile(saved.track(), saved.step(), saved.responses(), path));
        }
        return files.values().stream().sorted(ORDER).toList();
    }
}
