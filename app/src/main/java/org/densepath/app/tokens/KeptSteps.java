package org.densepath.app.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;
import org.densepath.run.Track;

/// The steps of one arm and seed whose responses were kept, each with its trace file.
///
/// @param others all arms and seeds of the run that have traces
public record KeptSteps(Path run, String arm, int seed, NavigableMap<Long, Path> files, List<Arm> others) {
    static final KeptSteps NONE = new KeptSteps(Path.of(""), "", 0, new TreeMap<>(), List.of());

    /// An arm and a seed with traces.
    public record Arm(String name, int seed) {
        @Override
        public String toString() {
            return name + ", seed " + seed;
        }
    }

    public KeptSteps {
        files = new TreeMap<>(files);
        others = List.copyOf(others);
    }

    /// Those beside the trace `file`, where it lies as a run's traces do.
    static KeptSteps beside(Path file) {
        return runOf(file)
                .map(run -> {
                    Path seed = file.getParent().getParent();
                    String number = seed.getFileName().toString().substring("seed-".length());
                    String arm = seed.getParent().getFileName().toString();
                    return of(run, arm, Integer.parseInt(number));
                })
                .orElse(NONE);
    }

    /// The run that the trace `file` is of: `RUN/arms/ARM/seed-N/rollouts/STEP.parquet`.
    static Optional<Path> runOf(Path file) {
        Path seed = parent(parent(file.toAbsolutePath().normalize()));
        Path run = parent(parent(parent(seed)));
        boolean traced = run != null && seed.getFileName().toString().matches("seed-\\d{1,9}");
        return traced ? Optional.of(run) : Optional.empty();
    }

    /// Those of a run's arm and seed. Throws [org.densepath.BadInputException] when `run` is no run's folder.
    static KeptSteps of(Path run, String arm, int seed) {
        RunFolder folder = RunFolder.open(run);
        TreeMap<Long, Path> files = new TreeMap<>();
        for (Path file : folder.rollouts(new Track("dpr", arm, seed))) {
            files.put(stepOf(file), file);
        }
        return new KeptSteps(folder.path(), arm, seed, files, arms(folder));
    }

    Arm shown() {
        return new Arm(arm, seed);
    }

    /// The folder of the traces; null when there are none.
    Path folder() {
        return files.isEmpty() ? null : files.firstEntry().getValue().getParent();
    }

    /// With one more trace of the same folder.
    KeptSteps with(Path file) {
        TreeMap<Long, Path> more = new TreeMap<>(files);
        more.put(stepOf(file), file);
        return new KeptSteps(run, arm, seed, more, others);
    }

    Optional<Path> file(long step) {
        return Optional.ofNullable(files.get(step));
    }

    /// The next kept step in a direction, −1 or 1.
    Optional<Long> next(long step, int direction) {
        return Optional.ofNullable(direction < 0 ? files.lowerKey(step) : files.higherKey(step));
    }

    /// The step that a trace file is named for; 0 where its name tells none.
    static long stepOf(Path file) {
        String digits = file.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }

    private static List<Arm> arms(RunFolder folder) {
        List<Arm> arms = new ArrayList<>();
        for (Path arm : folders(folder.path().resolve("arms"))) {
            for (Path seed : folders(arm)) {
                String name = seed.getFileName().toString();
                if (name.matches("seed-\\d{1,9}") && Files.isDirectory(seed.resolve("rollouts"))) {
                    arms.add(new Arm(arm.getFileName().toString(), Integer.parseInt(name.substring(5))));
                }
            }
        }
        return arms;
    }

    private static List<Path> folders(Path in) {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw RunStorageException.reading(in, e);
        }
    }

    private static Path parent(Path path) {
        return path == null ? null : path.getParent();
    }
}
