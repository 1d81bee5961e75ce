package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.live.RunWatch;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.WorkerCommand;
import org.densepath.app.task.WorkerProcess;
import org.densepath.app.tokens.TokensViewModel;
import org.densepath.app.tokens.TraceLoader;

/// The parts of the window, put together.
public final class Workbench implements AutoCloseable {
    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.LIGHT);
    private final RunViewModel run;
    private final TokensViewModel tokens;
    private final RunWatch watch;
    private final TraceLoader traces;
    private final WorkbenchView view;

    /// @param home see [Home] @param workerMain the workers' main class @param workerOptions their Java options @param
    /// window runs what is handed to it on the window's thread
    public Workbench(Path home, String workerMain, List<String> workerOptions, Executor window) {
        Path runs = home.resolve("runs");
        run = new RunViewModel(
                runs, WorkerProcess::start, arguments -> WorkerCommand.of(home, workerMain, workerOptions, arguments));
        watch = new RunWatch(runs, home.resolve("sample-data").resolve("run"), window, run::show);
        run.watchedBy(watch);
        traces = new TraceLoader(window);
        tokens = new TokensViewModel(traces);
        run.run().subscribe(now -> tokens.newest(now.rolloutsFile()));
        view = new WorkbenchView(run, tokens, appearance);
    }

    public WorkbenchView view() {
        return view;
    }

    public RunViewModel run() {
        return run;
    }

    public TokensViewModel tokens() {
        return tokens;
    }

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    /// Begins to watch the runs.
    public void start() {
        watch.start();
    }

    /// Ends what the window does in the background. A worker goes on.
    @Override
    public void close() {
        watch.close();
        traces.close();
    }
}
