package org.densepath.run.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads what the tokens of many trace files say together, some megabytes at a time. Belongs to one thread.
public final class CorpusReader implements AutoCloseable {
    private static final long BETWEEN_PARTIAL_NANOS = 1_500_000_000;

    private final Sql sql = new Sql();
    private Numbering numbering = new Numbering();

    /// Throws [java.util.concurrent.CancellationException] when `reading` says so.
    public Corpus read(List<TraceFile> files, CorpusSettings settings, Reading reading) {
        return read(files, settings, reading, _ -> {});
    }

    /// As above; `soFar` is given what the files say that were read until then, now and again.
    public Corpus read(List<TraceFile> files, CorpusSettings settings, Reading reading, Consumer<Corpus> soFar) {
        numbering = new Numbering();
        files.forEach(numbering::add);
        Sums sums = new Sums();
        long[] told = {System.nanoTime()};
        int[] done = {0};
        try {
            CorpusTables tables = new CorpusTables(sql, settings);
            TraceChunks.each(files, reading, sums.leftOut::add, chunk -> {
                tables.load(rows(chunk));
                tables.positions().forEach((bin, some) -> sums.positions.merge(bin, some, ClusterSums::plus));
                tables.classes().forEach((kind, some) -> sums.classes.merge(kind, some, ClusterSums::plus));
                tables.keep();
                done[0] += chunk.size();
                if (System.nanoTime() - told[0] > BETWEEN_PARTIAL_NANOS && done[0] < files.size()) {
                    soFar.accept(corpus(settings, tables, sums, done[0]));
                    told[0] = System.nanoTime();
                }
            });
            tables.forgetLoaded();
            return corpus(settings, tables, sums, files.size() - sums.leftOut.size());
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    /// At most `limit` tokens of a part of the corpus that was read last, each in its context.
    public List<CorpusExample> examples(CorpusPart part, ExampleChoice choice, int limit, Reading reading) {
        return new CorpusExamples(sql, numbering, part, choice, limit).find(reading);
    }

    @Override
    public void close() {
        sql.close();
    }

    private static final class Sums {
        final Map<Integer, ClusterSums> positions = new TreeMap<>();
        final Map<TokenClass, ClusterSums> classes = new EnumMap<>(TokenClass.class);
        final List<LeftOut> leftOut = new ArrayList<>();
    }

    private Corpus corpus(CorpusSettings settings, CorpusTables tables, Sums sums, int files) throws SQLException {
        Map<TokenClass, ClusterSums> classes = new EnumMap<>(sums.classes);
        tables.rare().ifPresent(rare -> classes.put(TokenClass.RARE, rare));
        return new Corpus(
                settings,
                files,
                tables.responses(),
                sums.positions.values().stream().mapToLong(ClusterSums::tokens).sum(),
                sums.positions.entrySet().stream()
                        .map(e -> new Corpus.PositionReward(
                                e.getKey(), e.getValue().estimate()))
                        .toList(),
                classes.entrySet().stream()
                        .map(e ->
                                new Corpus.ClassReward(e.getKey(), e.getValue().estimate()))
                        .toList(),
                tables.tokens("DESC"),
                tables.tokens("ASC"),
                tables.length(numbering),
                sums.leftOut);
    }

    private String rows(List<TraceFile> chunk) {
        return "(SELECT first + file_row_number AS id, * FROM (SELECT *, file_index, file_row_number FROM "
                + Sql.rowsOf(chunk) + ") JOIN " + numbering.places(chunk) + " ON file_index = index)";
    }
}
