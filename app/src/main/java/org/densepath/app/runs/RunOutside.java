package org.densepath.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.densepath.app.figures.FigureOffer;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.Worker;
import org.densepath.run.RunTrash;

/// What the library needs of the rest of the window.
///
/// @param open shows a run
/// @param resume starts a worker that goes on with a run, on a background thread
/// @param command the command line for arguments such as `resume RUN`
/// @param copy puts a text on the clipboard
/// @param reveal shows a folder in the file browser, on a background thread
/// @param duplicate begins a new run with a run's settings, where the window can
/// @param export saves a figure, where the window can
public record RunOutside(
        Tasks tasks,
        Notices notices,
        RunTrash trash,
        Consumer<Path> open,
        Function<Path, Worker> resume,
        Function<List<String>, String> command,
        Consumer<String> copy,
        Consumer<Path> reveal,
        Optional<Consumer<Path>> duplicate,
        Optional<Consumer<FigureOffer>> export) {}
