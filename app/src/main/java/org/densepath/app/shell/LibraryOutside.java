package org.densepath.app.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.runs.RunOutside;
import org.densepath.app.task.FileBrowser;
import org.densepath.app.task.WorkerProcess;
import org.densepath.run.RunTrash;

/// What the library of runs may ask of the window.
final class LibraryOutside {
    private LibraryOutside() {}

    static RunOutside of(Workbench workbench, RunViewModel.Commands commands) {
        return new RunOutside(
                workbench.tasks(),
                workbench.notices(),
                RunTrash.ofSystem(),
                workbench::openRun,
                folder -> WorkerProcess.start(commands.of(List.of("resume", folder.toString()))),
                arguments -> commands.of(arguments).line(),
                text -> {
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
                    workbench.notices().say("The command is on the clipboard.");
                },
                FileBrowser::reveal,
                Optional.of(folder -> {
                    workbench.pages().launch().duplicate(folder.resolve("experiment.json"));
                    workbench.navigator().show(Pages.NEW_RUN);
                }),
                Optional.of(offer -> workbench.pages().figures().accept(offer)));
    }
}
