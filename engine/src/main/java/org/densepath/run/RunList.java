package org.densepath.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// The runs in a folder, the newest name first. Scanning again reads only what was appended since. Belongs to one
/// thread.
public final class RunList {
    private final Path runs;
    private final Map<Path, FollowedRun> followed = new HashMap<>();

    public RunList(Path runs) {
        this.runs = runs;
    }

    /// How every run stands now. A broken one is listed with its problem; folders that are no runs are not. Empty
    /// when the folder does not exist.
    ///
    /// Throws [RunStorageException] when the folder of the runs cannot be read.
    public List<RunSummary> scan() {
        return scan(_ -> {});
    }

    /// As [#scan], and tells what was seen so far after each run, the newest name first: the first look at many
    /// long runs takes a while.
    public List<RunSummary> scan(Consumer<List<RunSummary>> soFar) {
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
        followed.keySet().retainAll(new HashSet<>(folders));
        List<RunSummary> seen = new ArrayList<>();
        for (Path folder : folders) {
            seen.add(summary(folder));
            soFar.accept(Collections.unmodifiableList(seen));
        }
        return List.copyOf(seen);
    }

    private static boolean looksLikeRun(Path folder) {
        // what may not be looked into may be a run
        return Files.exists(folder.resolve("experiment.json"))
                || Files.exists(folder.resolve("events.jsonl"))
                || Files.isDirectory(folder) && !Files.isReadable(folder);
    }

    private RunSummary summary(Path folder) {
        try {
            if (!Files.isReadable(folder)) {
                throw new BadInputException("The folder " + folder.getFileName()
                        + " may not be read by this user; give this user the right to it.");
            }
            return followed.computeIfAbsent(folder, _ -> new FollowedRun(RunFolder.open(folder)))
                    .summary();
        } catch (BadInputException | RunStorageException e) {
            followed.remove(folder);
            return RunSummary.broken(folder, e.getMessage(), notes(folder));
        }
    }

    private static RunNotes notes(Path folder) {
        try {
            return RunNotes.read(folder);
        } catch (BadInputException | RunStorageException e) {
            return RunNotes.NONE;
        }
    }
}
