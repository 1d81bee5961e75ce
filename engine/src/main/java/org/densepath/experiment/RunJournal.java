package org.densepath.experiment;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventWriter;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;

/// What a worker writes into its run folder and looks at there: events out, requests in.
final class RunJournal implements AutoCloseable {
    private final RunFolder folder;
    private final EventWriter events;
    private final Control control;
    private final Consumer<EventLine> listener;

    RunJournal(RunFolder folder, Consumer<EventLine> listener) {
        this.folder = folder;
        this.control = new Control(folder.control());
        control.clear();
        this.events = EventWriter.open(folder.events(), InstantSource.system());
        this.listener = listener;
    }

    RunFolder folder() {
        return folder;
    }

    void tell(Event event) {
        listener.accept(events.append(event));
    }

    void step(Track track, long step, Map<String, Double> metrics) {
        tell(new Event.StepFinished(track.stage(), track.arm(), track.seed(), step, metrics));
    }

    void progress(Track track, long done, long total, String unit) {
        tell(new Event.Progress(track.stage(), track.arm(), track.seed(), done, total, unit));
    }

    void warn(Track track, long step, String what, String whatToDo) {
        tell(new Event.Warning(
                track.stage(), track.arm(), track.seed(), step, what, whatToDo, "", Double.NaN, Double.NaN));
    }

    /// Waits until all events are on the disk.
    void force() {
        events.force();
    }

    /// Ends the work at once when that is asked for.
    void obeyAbort() {
        if (control.poll().equals(Optional.of(Control.Request.ABORT))) {
            throw new StopRequest(Control.Request.ABORT);
        }
    }

    /// Whether the worker shall stop after the step that it has finished.
    boolean stopAsked() {
        return control.poll().isPresent();
    }

    @Override
    public void close() {
        events.close();
    }

    /// Thrown to leave the work, all being kept, when someone or a setting has asked for it.
    static final class StopRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        StopRequest(Control.Request request) {
            this(
                    request == Control.Request.STOP
                            ? "Stopped on request after a step; all is kept."
                            : "Ended on request; the last checkpoint is kept.");
        }

        /// `sentence`: why the work is left.
        StopRequest(String sentence) {
            super(sentence);
        }
    }
}
