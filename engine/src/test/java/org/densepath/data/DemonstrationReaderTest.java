package org.densepath.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.densepath.BadInputException;
import org.densepath.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemonstrationReaderTest {
    private static final List<Message> ASKED = List.of(Message.user("Q"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "messages|{'messages': [{'role': 'user', 'content': 'Q'}, {'role': 'assistant', 'content': 'A'}]}",
                "messages|{'conversations': [{'role': 'user', 'content': 'Q'}, {'role': 'assistant', 'content': 'A'}]}",
                "messages|{'messages': [{'role': 'user', 'content': [{'type': 'text', 'text': 'Q'}]},"
                        + " {'role': 'assistant', 'content': 'A'}]}",
                "prompt/completion|{'prompt': 'Q', 'completion': 'A'}",
                "prompt/completion|{'prompt': [{'role': 'user', 'content': 'Q'}],"
                        + " 'completion': [{'role': 'assistant', 'content': 'A'}]}",
                "Alpaca|{'instruction': 'Q', 'input': ' ', 'output': 'A'}",
                "Alpaca|{'instruction': 'Q', 'input': null, 'output': 'A'}",
                "ShareGPT|{'conversations': [{'from': 'human', 'value': 'Q'}, {'from': 'gpt', 'value': 'A'}]}",
                "Self-Instruct|{'instruction': 'Q', 'instances': [{'input': '', 'output': 'A'}]}",
                "LIMA|{'conversations': ['Q', 'A'], 'source': 'x'}",
            })
    void readTellsTheFormatByItsFields(String format, String record) throws IOException {
        DemonstrationFile file = read(record.replace('\'', '"'));
        assertEquals(List.of(), file.refused());
        assertEquals(format, file.format());
        assertEquals(List.of(new Demonstration(ASKED, "A", 1)), file.demonstrations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'instruction': 'Q', 'output': ' '}|has an empty answer",
                "{'prompt': '', 'completion': 'A'}|has no prompt before the answer",
                "{'conversations': ['Q']}|has no answer (no message from the assistant)",
                "{'instruction': 'Q', 'output': 4}|has a number in the field 'output'; expected text",
                "{'text': 'Q'}|fits none of messages, prompt/completion, Alpaca, ShareGPT, Self-Instruct or LIMA;"
                        + " it has the fields text",
                "{}|fits none of messages, prompt/completion, Alpaca, ShareGPT, Self-Instruct or LIMA; it has no"
                        + " fields",
                "['Q'] |is a JSON string; expected an object",
                "'Q'|is a JSON string; expected an object",
                "{'messages': [{'role': 'user'}]}|has no 'role' or no 'content' in message 1",
                "{'conversations': [{'from': 'nobody', 'value': 'Q'}]}|has a message from 'nobody';"
                        + " expected user, assistant, system, tool, human or gpt",
                "{'prompt': 'Q', 'completion': '\\ud83d'}|holds half of a character"
                        + " (one of \\ud800 to \\udfff alone); write it whole",
                "{'instruction': 'Q', 'instances': []}|has no instances",
                "{'instruction': 'Q', 'instances': [{'output': 'A'}, {'output': ''}]}|has an empty answer in instance"
                        + " 2",
                "{'messages': [{'role': 'user', 'content': [{'type': 'image_url'}]}]}|has a part of type 'image_url' in"
                        + " message 1; only text parts can be used",
                "{'prompt': 'Q', 'prompt': 'R', 'completion': 'A'}|is not valid JSON at column 25: Duplicate field"
                        + " 'prompt'",
                "{'prompt': 'Q'} {'prompt': 'R'}|is not valid JSON at column 17: Trailing token (of type START_OBJECT)"
                        + " found after value",
                "{'prompt': 'Q', 'compl|is not valid JSON at column 23: Unexpected end-of-input in field name",
            })
    void readRefusesWithTheReason(String record, String reason) throws IOException {
        DemonstrationFile file = read(record.replace('\'', '"'));
        assertEquals(List.of(new Refused(1, reason)), file.refused());
    }

    @Test
    void readGivesEveryRefusedLineItsNumberAndGoesOn() throws IOException {
        byte[] bad = {'{', (byte) 0xFF, '}', '\n'};
        byte[] text = concatenated(
                "\uFEFF{\"prompt\": \"Q\", \"completion\": \"A\"}\r\n\r\n{torn\n".getBytes(UTF_8),
                bad,
                "{\"prompt\": \"Q\", \"completion\": \"A\"}".getBytes(UTF_8));
        DemonstrationFile file = DemonstrationReader.read(new ByteArrayInputStream(text), "x");
        assertEquals(
                List.of(1, 5),
                file.demonstrations().stream().map(Demonstration::line).toList());
        assertEquals(List.of(3, 4), file.refused().stream().map(Refused::line).toList());
        assertEquals(
                "is not UTF-8 at byte 2; save the file as UTF-8",
                file.refused().get(1).reason());
    }

    @Test
    void readTakesTheLastAnswerAndNotesWhatFollowsIt() throws IOException {
        DemonstrationFile file = read("{\"conversations\": [\"Q\", \"A\", \"R\", \"B\", \"S\"]}");
        Demonstration found = file.demonstrations().getFirst();
        assertEquals("B", found.answer());
        assertEquals(List.of(Message.user("Q"), new Message("assistant", "A"), Message.user("R")), found.prompt());
        assertEquals(List.of(new Refused(1, "has 1 message after the last answer, left out")), file.notes());
    }

    @Test
    void readCountsTheFormatsOfAMixedFile() throws IOException {
        String alpaca = "{\"instruction\": \"Q\", \"output\": \"A\"}\n";
        assertEquals(
                "Alpaca (2), LIMA (1)",
                read("{\"conversations\": [\"Q\", \"A\"]}\n" + alpaca + alpaca).format());
    }

    @Test
    void readTakesAnArrayOverSeveralLines() throws IOException {
        DemonstrationFile file = read(" [\n{\"prompt\": \"Q\",\n \"completion\": \"A\"},\n7,\n"
                + "{\"prompt\": \"R\", \"completion\": \"B\"}\n]\n");
        assertEquals(
                List.of(2, 5),
                file.demonstrations().stream().map(Demonstration::line).toList());
        assertEquals(List.of(new Refused(4, "is a JSON number; expected an object")), file.refused());
    }

    @Test
    void readSaysThatNothingFollowsWhenAnArrayIsTorn() throws IOException {
        DemonstrationFile file = read("[{\"prompt\": \"Q\", \"completion\": \"A\"},\n{\"prompt\": ");
        assertEquals(1, file.demonstrations().size());
        assertEquals(2, file.refused().getFirst().line());
        assertTrue(file.refused().getFirst().reason().endsWith("nothing after it could be read"));
    }

    @Test
    void readTakesTenMegabytesInOneLine() throws IOException {
        String answer = "word ".repeat(2 << 20);
        DemonstrationFile file = read("{\"prompt\": \"Q\", \"completion\": \"" + answer + "\"}\n{\"prompt\": 1}");
        assertEquals(answer, file.demonstrations().getFirst().answer());
        assertEquals(2, file.refused().getFirst().line());
    }

    @Test
    void readRefusesJsonNestedAbsurdly() throws IOException {
        DemonstrationFile file = read("{\"messages\": " + "[".repeat(1_000_000));
        assertEquals(1, file.refused().size());
        assertTrue(read("[".repeat(1_000_000)).demonstrations().isEmpty());
    }

    @Test
    void readThrowsWhenThereIsNothingToRead() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), " \n\n");
        for (Path file : List.of(empty, folder, folder.resolve("none.jsonl"))) {
            assertThrows(BadInputException.class, () -> DemonstrationReader.read(file), file.toString());
        }
        assertThrows(BadInputException.class, () -> read("PK\u0003\u0004\u0000\u0000"));
    }

    @Test
    void readTakesParquetWhateverItsName() throws Exception {
        Path file = folder.resolve("it's [1] file.json");
        Path plain = folder.resolve("x");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var sql = duck.createStatement()) {
            sql.execute("COPY (SELECT [{role: 'user', content: 'Q'}, {role: 'assistant', content: a}] AS messages,"
                    + " NULL::VARCHAR AS prompt FROM (VALUES ('A'), (''), ('é😀')) t(a)) TO '" + plain
                    + "' (FORMAT parquet)");
        }
        Files.move(plain, file);
        DemonstrationFile found = DemonstrationReader.read(file);
        assertEquals("messages", found.format());
        assertEquals(
                List.of(new Demonstration(ASKED, "A", 1), new Demonstration(ASKED, "é😀", 3)), found.demonstrations());
        assertEquals(List.of(new Refused(2, "has an empty answer")), found.refused());
    }

    @Test
    void readThrowsWhenParquetIsDamaged() throws IOException {
        Path file = Files.writeString(folder.resolve("x.parquet"), "PAR1 and nothing more");
        assertThrows(BadInputException.class, () -> DemonstrationReader.read(file));
    }

    @Test
    void readThrowsOrReadsWhereverParquetIsDamaged() throws Exception {
        Path file = folder.resolve("x.parquet");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var sql = duck.createStatement()) {
            sql.execute("COPY (SELECT 'Q' || i AS prompt, repeat('A', i::INTEGER) AS completion FROM range(1, 50) t(i))"
                    + " TO '" + file + "' (FORMAT parquet)");
        }
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(8, whole.length) : whole.length);
            for (int change = 0; change < 4; change++) {
                damaged[random.nextInt(4, damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                DemonstrationFile found = DemonstrationReader.read(file);
                assertTrue(found.demonstrations().size() + found.refused().size() > 0);
            } catch (BadInputException e) {
                refused++;
            }
        }
        assertTrue(refused > 20, refused + " of 60 refused");
    }

    @Test
    void writeMakesAFileThatReadsBackTheSame() throws IOException {
        Path file = folder.resolve("out.jsonl");
        List<Demonstration> all = List.of(
                new Demonstration(ASKED, "A\n\"quoted\" \u2028 😀", 1),
                new Demonstration(List.of(new Message("system", "S"), Message.user("Q")), " A ", 2));
        DemonstrationWriter.write(all, file);
        assertEquals(all, DemonstrationReader.read(file).demonstrations());
        assertThrows(BadInputException.class, () -> DemonstrationWriter.write(all, file));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    private static DemonstrationFile read(String text) throws IOException {
        return DemonstrationReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "x");
    }

    private static byte[] concatenated(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
