package org.densepath.run.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.densepath.run.Track;

/// Numbers the responses of many files through: a response's number is its file's first one and its row there, so
/// it is known before anything is read.
final class Numbering {
    private final List<TraceFile> files = new ArrayList<>();
    private final Map<TraceFile, Integer> firsts = new HashMap<>();
    private final TreeMap<Integer, TraceFile> byFirst = new TreeMap<>();
    private final List<Track> tracks = new ArrayList<>();
    private int size;

    void add(TraceFile file) {
        firsts.put(file, size);
        byFirst.put(size, file);
        files.add(file);
        if (!tracks.contains(file.track())) {
            tracks.add(file.track());
        }
        size = Math.addExact(size, file.responses());
    }

    List<TraceFile> files() {
        return files;
    }

    /// A track's number is its place.
    List<Track> tracks() {
        return tracks;
    }

    int size() {
        return size;
    }

    int first(TraceFile file) {
        return firsts.get(file);
    }

    TraceFile file(int id) {
        return byFirst.floorEntry(id).getValue();
    }

    int[] newestFirst() {
        return files.stream()
                .sorted(Comparator.comparingLong(TraceFile::step).reversed())
                .flatMapToInt(file -> IntStream.range(first(file), first(file) + file.responses()))
                .toArray();
    }

    /// A table `place(index, first, track, step, responses)` of the files of one reading, by their `file_index`.
    String places(List<TraceFile> chunk) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            TraceFile file = chunk.get(i);
            rows.add(row(i, first(file), tracks.indexOf(file.track()), file.step(), file.responses()));
        }
        return table(rows) + " place(index, first, track, step, responses)";
    }

    /// A table `wanted(id, index, row)` of the responses of one reading.
    String wanted(List<TraceFile> chunk, int[] ids) {
        Map<TraceFile, Integer> indices = new HashMap<>();
        chunk.forEach(file -> indices.put(file, indices.size()));
        List<String> rows = Arrays.stream(ids)
                .filter(id -> indices.containsKey(file(id)))
                .mapToObj(id -> row(id, indices.get(file(id)), id - first(file(id))))
                .toList();
        return table(rows) + " wanted(id, index, row)";
    }

    private static String table(List<String> rows) {
        return "(VALUES " + String.join(", ", rows) + ")";
    }

    private static String row(long... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> "CAST(" + number + " AS BIGINT)")
                .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
    }
}
