package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.runs.RunRow;
import org.densepath.app.runs.RunsViewModel;

/// Whether a worker trains, and which run: that of the shown run, or any other that is at work in the library. A
/// click shows that run.
final class WorkerLink extends Hyperlink {
    private final RunViewModel run;
    private List<RunRow> busy = List.of();
    private Optional<Path> atWork = Optional.empty();

    WorkerLink(RunViewModel run, RunsViewModel library, Consumer<Path> opens) {
        this.run = run;
        setId("worker");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip("The process that trains; it goes on when the window is closed"));
        setOnAction(_ -> {
            setVisited(false);
            atWork.ifPresent(opens);
        });
        run.run().subscribe(_ -> update());
        library.looks().subscribe(_ -> {
            busy = library.recent("").stream()
                    .filter(row -> row.standing().get().busy())
                    .toList();
            update();
        });
    }

    private void update() {
        boolean shown = run.run().get().phase().busy();
        Optional<RunRow> other = busy.stream()
                .filter(row -> !Optional.of(row.folder()).equals(run.run().get().folder()))
                .findFirst();
        atWork = shown ? Optional.empty() : other.map(RunRow::folder);
        setDisable(atWork.isEmpty());
        int more = Math.max(0, busy.size() - 1);
        String name = shown
                ? run.run().get().name()
                : other.map(row -> row.now().name()).orElse("");
        setText(
                shown || other.isPresent()
                        ? "Worker at work" + (name.isEmpty() ? "" : ": " + name)
                                + (more > 0 ? " and " + more + " more" : "")
                        : "Worker idle");
    }
}
