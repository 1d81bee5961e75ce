package org.densepath.app.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunSettings;
import org.densepath.run.RunStorageException;

/// What runs that are finished have taken, for those that are at work. Belongs to one thread.
final class EarlierRuns {
    /// So many runs of the model are looked at, the newest first.
    private static final int LOOKS = 5;

    private final Path runs;
    private final Path sample;
    private final Map<Path, PartCosts> read = new HashMap<>();

    EarlierRuns(Path runs, Path sample) {
        this.runs = runs;
        this.sample = sample;
    }

    /// The costs of the newest finished run of the same model in the same precision, or of the sample run; where
    /// there is none, what was estimated when a run of the model was launched.
    PartCosts like(RunSettings settings) {
        return Stream.concat(newestFirst().stream(), Stream.of(sample))
                .filter(folder -> sameModel(settings(folder), settings))
                .limit(LOOKS)
                .flatMap(folder -> costs(folder, settings).stream())
                .findFirst()
                .orElseGet(() -> EstimatedCosts.of(runs, settings));
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Empty of a run that has not come to its end.
    private Optional<PartCosts> costs(Path folder, RunSettings settings) {
        PartCosts costs = read.get(folder);
        RunSettings earlier = settings(folder);
        if (costs == null) {
            List<EventLine> lines = lines(folder);
            if (lines.isEmpty() || !(lines.getLast().event() instanceof Event.RunFinished)) {
                return Optional.empty();
            }
            RunClock clock = new RunClock(earlier, new Pace(0));
            lines.forEach(clock::apply);
            costs = clock.costs();
            read.put(folder, costs);
        }
        return Optional.of(RunPart.sameHeldOut(earlier, settings) ? costs : costs.without(RunPart.EVALUATION));
    }

    private static List<EventLine> lines(Path folder) {
        try {
            return EventLog.read(RunFolder.open(folder).events());
        } catch (BadInputException | RunStorageException _) {
            return List.of();
        }
    }

    /// A run's settings; none where they cannot be read.
    static RunSettings settings(Path folder) {
        try {
            return RunSettings.read(RunFolder.open(folder).experiment());
        } catch (BadInputException | RunStorageException _) {
            return RunSettings.NONE;
        }
    }

    private static boolean sameModel(RunSettings one, RunSettings other) {
        return one.value("model.path").isPresent()
                && List.of("model.path", "model.precision").stream()
                        .allMatch(key -> one.value(key).equals(other.value(key)));
    }
}
