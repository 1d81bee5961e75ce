package org.densepath.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.run.RunFolder;

/// The run that the program was started with: its folder, or a file in it, as a file manager hands it over.
final class GivenRun {
    private GivenRun() {}

    /// Shows it; where it is none, says so, and what else would be shown is.
    static void open(List<String> arguments, Workbench workbench) {
        arguments.stream().findFirst().map(Path::of).ifPresent(given -> {
            try {
                workbench.openRun(folder(given.toAbsolutePath().normalize()));
            } catch (BadInputException e) {
                workbench.notices().problem(e.getMessage());
            }
        });
    }

    /// The nearest folder at or above `given` that is a run's. Throws [BadInputException] where there is none.
    static Path folder(Path given) {
        for (Path at = given; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("events.jsonl"))) {
                return RunFolder.open(at).path();
            }
        }
        throw new BadInputException(given + " is no run's folder, and in none; a run's folder holds events.jsonl.");
    }
}
