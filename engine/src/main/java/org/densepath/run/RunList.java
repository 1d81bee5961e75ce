package org.densepath.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// The runs in a folder, the newest name first. Scanning again reads only what was appended since. Belongs to one
/// thread.
public final class RunList {
    private final Path runs;
    private final Map<Path, Followed> followed = new HashMap<>();

    private record Followed(EventLog log, RunState state) {}

    public RunList(Path runs) {
        this.runs = runs;
    }

    /// How every run stands now. A broken one is listed with its problem; folders that are no runs are not. Empty
    /// when the folder does not exist.
    public List<RunSummary> scan() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> all = Files.list(runs)) {
            folders = all.filter(RunList::looksLikeRun)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw RunStorageException.reading(runs, e);
        }
        followed.keySet().retainAll(folders);
        return folders.stream().map(this::summary).toList();
    }

    private static boolean looksLikeRun(Path folder) {
        return Files.exists(folder.resolve("experiment.json")) || Files.exists(folder.resolve("events.jsonl"));
    }

    private RunSummary summary(Path folder) {
        try {
            RunFolder run = RunFolder.open(folder);
            Followed known =
                    followed.computeIfAbsent(folder, _ -> new Followed(new EventLog(run.events()), new RunState()));
            known.log().poll().forEach(known.state()::apply);
            return RunSummary.of(run, known.state());
        } catch (BadInputException | RunStorageException e) {
            followed.remove(folder);
            return RunSummary.broken(folder, e.getMessage());
        }
    }
}
