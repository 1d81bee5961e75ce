package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What a command did: its exit code and what it wrote.
record CommandRun(int code, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Runs a command in this process, with `in` as its standard input.
    static CommandRun of(String in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = DensePath.commandLine(streams).execute(arguments);
        streams.out().flush();
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// The output's lines as JSON.
    List<JsonNode> rows() {
        return rows(out);
    }

    static List<JsonNode> rows(String lines) {
        return Stream.of(lines.split("\n"))
                .filter(line -> !line.isBlank())
                .map(CommandRun::json)
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
