package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
    private static final float[] NONE = {};

    @TempDir
    Path folder;

    private final TraceWriter writer = new TraceWriter();
    private final TraceReader reader = new TraceReader();

    @AfterEach
    void close() {
        writer.close();
        reader.close();
    }

    @Test
    void readGivesBackEveryFieldThatWasWritten() {
        Path file = folder.resolve("it's [1] *?/key=value/000041.parquet");
        float[] values = {Float.MIN_VALUE, -1.1f, Float.NaN};
        TraceRow written = new TraceRow(
                41,
                5,
                3,
                "größer 🙂 'quoted'\n",
                "a\0b",
                TraceRow.Ended.EOS,
                new int[] {1, 2, 3, 49151, 0},
                2,
                List.of("a", "\uFFFD", "</s>"),
                new TokenValues(values, values, values, values, values, values, NONE, NONE),
                -1.0 / 3,
                OptionalDouble.of(0.5),
                List.of("<|user|>", "größer"));
        writer.write(file, List.of(written));
        TraceRow read = reader.read(file).getFirst();
        assertEquals(41, read.step());
        assertEquals(5, read.promptIndex());
        assertEquals(3, read.sample());
        assertEquals(written.prompt(), read.prompt());
        assertEquals(written.response(), read.response());
        assertEquals(TraceRow.Ended.EOS, read.ended());
        assertArrayEquals(written.ids(), read.ids());
        assertEquals(2, read.promptLength());
        assertEquals(written.tokens(), read.tokens());
        for (int column = 0; column < TokenValues.COLUMNS.size(); column++) {
            assertArrayEquals(
                    written.values().columns().get(column),
                    read.values().columns().get(column),
                    0f);
        }
        assertEquals(-1.0 / 3, read.totalReturn());
        assertEquals(OptionalDouble.of(0.5), read.outsideCheck());
        assertEquals(List.of("<|user|>", "größer"), read.promptTokens());
    }

    @Test
    void aTraceWithoutThePromptsTokensIsRead() throws Exception {
        Path file = folder.resolve("new.parquet");
        Path older = folder.resolve("older.parquet");
        writer.write(file, List.of(row(1, new float[] {0.5f})));
        try (java.sql.Connection database = TraceDatabase.open();
                java.sql.Statement statement = database.createStatement()) {
            statement.execute("COPY (SELECT * EXCLUDE prompt_tokens FROM "
                    + TraceDatabase.rowsOf(List.of(file)) + ") TO " + TraceDatabase.quoted(older.toString())
                    + " (FORMAT parquet)");
        }
        assertEquals(List.of(), reader.read(older).getFirst().promptTokens());
        assertEquals(List.of(), reader.read(file).getFirst().promptTokens());
    }

    @Test
    void readKeepsTheOrderAndWhatIsMissing() {
        Path file = folder.resolve("1.parquet");
        List<TraceRow> rows =
                Stream.of(3, 1, 2).map(index -> row(index, new float[] {index})).toList();
        writer.write(file, rows);
        List<TraceRow> read = reader.read(file);
        assertEquals(List.of(3, 1, 2), read.stream().map(TraceRow::promptIndex).toList());
        assertEquals(OptionalDouble.empty(), read.getFirst().outsideCheck());
        assertEquals(0, read.getFirst().values().logpSft().length);
    }

    @Test
    void writeOfNoResponsesIsAnEmptyFile() {
        Path file = folder.resolve("1.parquet");
        writer.write(file, List.of());
        assertEquals(List.of(), reader.read(file));
    }

    @Test
    void writeGivesTheSameBytesForTheSameRows() throws IOException {
        List<TraceRow> rows = List.of(row(1, new float[] {1, 2}), row(2, new float[] {3}));
        writer.write(folder.resolve("a.parquet"), rows);
        writer.write(folder.resolve("b.parquet"), rows);
        assertEquals(-1, Files.mismatch(folder.resolve("a.parquet"), folder.resolve("b.parquet")));
    }

    @Test
    void writeLeavesNothingBehindWhenItCannot() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("rollouts"), "");
        List<TraceRow> rows = List.of(row(1, new float[] {1}));
        assertThrows(RunStorageException.class, () -> writer.write(notAFolder.resolve("1.parquet"), rows));
        writer.write(folder.resolve("after.parquet"), rows);
        assertEquals(1, reader.read(folder.resolve("after.parquet")).size());
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(2, all.count());
        }
    }

    @Test
    void readNamesAFileThatIsNoTrace() throws IOException {
        Path file = Files.writeString(folder.resolve("1.parquet"), "not parquet at all");
        BadInputException refused = assertThrows(BadInputException.class, () -> reader.read(file));
        assertTrue(refused.getMessage().startsWith("The file " + file + " is not a trace"), refused.getMessage());
        assertThrows(BadInputException.class, () -> reader.read(folder.resolve("gone.parquet")));
    }

    @Test
    void aRowNeedsAValueForEveryTokenOfItsResponse() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TraceRow(
                        1,
                        0,
                        0,
                        "",
                        "",
                        TraceRow.Ended.EOS,
                        new int[3],
                        1,
                        List.of("a", "b"),
                        values(new float[3]),
                        0,
                        OptionalDouble.empty()));
    }

    /// One response of `rewards.length` tokens `t0`, `t1`, …; without rewards, one token that has none.
    private static TraceRow row(int promptIndex, float[] rewards) {
        int length = Math.max(1, rewards.length);
        double total = 0;
        for (float reward : rewards) {
            total += reward;
        }
        return new TraceRow(
                1,
                promptIndex,
                0,
                "prompt",
                "response",
                TraceRow.Ended.LENGTH,
                new int[length + 1],
                1,
                Stream.iterate(0, i -> i + 1).limit(length).map(i -> "t" + i).toList(),
                values(rewards),
                total,
                OptionalDouble.empty());
    }

    private static TokenValues values(float[] rewards) {
        return new TokenValues(NONE, NONE, NONE, rewards, NONE, NONE, NONE, NONE);
    }
}
