package org.densepath.app.scores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densepath.app.live.RunSnapshot;
import org.densepath.bench.KeptScore;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.FamilyScores;
import org.densepath.experiment.result.ResultTable;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;

/// Reads and tests what runs have scored, in the background; the same files are not tested twice.
final class ResultReading {
    private static final int KEPT = 6;

    private final Map<String, ArmTable> tables = new Shelf<>();
    private final Map<String, FamilyScores> families = new Shelf<>();

    /// The last few.
    private static final class Shelf<T> extends LinkedHashMap<String, T> {
        private static final long serialVersionUID = 1;

        Shelf() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > KEPT;
        }
    }

    /// Everything but the families.
    Results results(Path path, RunSnapshot run) {
        RunFolder folder = RunFolder.open(path);
        Experiment experiment = experiment(folder);
        String stamp = stamp(folder);
        ArmTable table = get(tables, stamp);
        if (table == null) {
            table = ArmTable.current(folder, experiment);
            put(tables, stamp, table);
        }
        return new Results(
                ResultTable.of(folder, experiment, table, run.scores()),
                FamilyScores.EMPTY,
                KeptScore.of(folder),
                run.details().scores(),
                true);
    }

    FamilyScores families(Path path) {
        RunFolder folder = RunFolder.open(path);
        String stamp = stamp(folder);
        FamilyScores scores = get(families, stamp);
        if (scores == null) {
            scores = FamilyScores.of(folder, experiment(folder));
            put(families, stamp, scores);
        }
        return scores;
    }

    private static Experiment experiment(RunFolder folder) {
        return new ExperimentFile().with(folder.experiment().toString()).read();
    }

    private static <T> T get(Map<String, T> shelf, String stamp) {
        synchronized (shelf) {
            return shelf.get(stamp);
        }
    }

    private static <T> void put(Map<String, T> shelf, String stamp, T value) {
        synchronized (shelf) {
            shelf.put(stamp, value);
        }
    }

    /// The names, sizes and times of all that the scores are made from.
    private static String stamp(RunFolder folder) {
        Path bench = folder.path().resolve("bench");
        if (!Files.isDirectory(bench)) {
            return folder.path().toString();
        }
        try (Stream<Path> files = Files.walk(bench, 3)) {
            return folder.path()
                    + files.filter(Files::isRegularFile)
                            .map(ResultReading::stamp)
                            .sorted()
                            .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw RunStorageException.reading(bench, e);
        }
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + of.size() + " " + of.lastModifiedTime().toMillis();
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }
}
