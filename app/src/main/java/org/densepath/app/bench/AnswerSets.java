package org.densepath.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.run.RunStorageException;

/// Finds the answers in a run's folder: `bench/<benchmark>/<arm>-seed-<n>/answers*.jsonl`.
final class AnswerSets {
    private static final Pattern PART = Pattern.compile("(.+)-seed-(\\d+)");
    private static final Pattern FILE = Pattern.compile("answers(?:-(greedy|sampled))?\\.jsonl");
    /// Those that are compared most come first.
    private static final List<String> FIRST = List.of("sft", "dpr", "continued-sft", "base");

    private static final Comparator<AnswerSet.Part> ORDER = Comparator.comparingInt(
                    (AnswerSet.Part part) -> rank(part.arm()))
            .thenComparing(AnswerSet.Part::arm)
            .thenComparingInt(AnswerSet.Part::seed);

    private AnswerSets() {}

    /// The run's own held-out answers first. Throws [RunStorageException] when the disk refuses.
    static List<AnswerSet> of(Path run) {
        List<AnswerSet> sets = new ArrayList<>();
        for (Path benchmark : folders(run.resolve("bench"))) {
            Map<String, List<AnswerSet.Part>> byWay = new TreeMap<>();
            for (Path folder : folders(benchmark)) {
                Matcher part = PART.matcher(folder.getFileName().toString());
                if (part.matches()) {
                    add(folder, part.group(1), Integer.parseInt(part.group(2)), byWay);
                }
            }
            byWay.forEach((way, parts) -> sets.add(new AnswerSet(
                    benchmark.getFileName().toString(),
                    way,
                    parts.stream().sorted(ORDER).toList())));
        }
        sets.sort(Comparator.comparing(set -> !set.benchmark().equals(AnswerSet.HELD_OUT)));
        return sets;
    }

    private static void add(Path folder, String arm, int seed, Map<String, List<AnswerSet.Part>> byWay) {
        List<Path> files = list(folder);
        long stamp = files.stream().mapToLong(AnswerSets::stamp).sum();
        for (Path file : files) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                String way = name.group(1) == null ? "" : name.group(1);
                byWay.computeIfAbsent(way, _ -> new ArrayList<>()).add(new AnswerSet.Part(arm, seed, file, stamp));
            }
        }
    }

    private static int rank(String arm) {
        int place = FIRST.indexOf(arm);
        return place < 0 ? FIRST.size() : place;
    }

    /// 0 for a file that has just gone, such as one that was being written.
    private static long stamp(Path file) {
        try {
            return 31 * Files.size(file) + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    static List<Path> folders(Path parent) {
        return list(parent).stream().filter(Files::isDirectory).toList();
    }

    /// By name; nothing for a folder that is not there.
    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw RunStorageException.reading(folder, e);
        }
    }
}
