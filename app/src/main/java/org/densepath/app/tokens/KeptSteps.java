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
        Path seed = parent(parent(file));
        Path arm = parent(seed);
        Path run = parent(parent(arm));
        if (run == null || !seed.getFileName().toString().matches("seed-\\d+")) {
            return NONE;
        }
        int number = Integer.parseInt(seed.getFileName().toString().substring("seed-".length()));
        return of(run, arm.getFileName().toString(), number);
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
