package org.densepath.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.data.JsonLineReader;

/// Rows that are answered in order, a window at a time, so that a long input does not pile up. A row that cannot
/// be used is answered with `{"error": …, "line": n}` at its place.
final class RowStream<T> {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Reading<T> reading;
    private final Answering<T> answering;
    private final int window;
    private final Streams streams;

    /// A row's content; throws [BadInputException] with a sentence that can stand beside its line.
    interface Reading<T> {
        T read(ObjectNode fields);
    }

    /// One list of lines for each row. `index` of a row counts all rows from 0, those with errors too.
    interface Answering<T> {
        List<List<ObjectNode>> answer(List<Row<T>> rows, Progress progress);
    }

    /// A row that could be read.
    record Row<T>(int index, T content) {}

    /// Either a row or the line that tells its error.
    private record Slot<T>(Row<T> row, ObjectNode error) {}

    RowStream(Streams streams, int window, Reading<T> reading, Answering<T> answering) {
        this.streams = streams;
        this.window = window;
        this.reading = reading;
        this.answering = answering;
    }

    /// Answers all rows. Gives the exit code: 2 where at least one had an error.
    int run(InputStream in, long size, OutputStream out) throws IOException {
        JsonLineReader lines = new JsonLineReader(in);
        int rows = 0;
        int errors = 0;
        try (Progress progress = new Progress(streams)) {
            for (List<Slot<T>> slots = next(lines, rows); !slots.isEmpty(); slots = next(lines, rows)) {
                errors += answer(slots, out, progress);
                rows += slots.size();
                out.flush();
                progress.at(size == 0 ? Double.NaN : (double) lines.bytes() / size, rows + " rows");
            }
        }
        if (errors > 0) {
            streams.err().println(errors + " of " + rows + " rows could not be used; the field 'error' says why.");
        }
        return errors == 0 ? Failures.OK : Failures.BAD_INPUT;
    }

    private List<Slot<T>> next(JsonLineReader lines, int before) throws IOException {
        List<Slot<T>> slots = new ArrayList<>();
        while (slots.size() < window) {
            Optional<JsonLineReader.Line> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            slots.add(slot(line.get(), before + slots.size()));
        }
        return slots;
    }

    private Slot<T> slot(JsonLineReader.Line line, int index) {
        try {
            if (line.problem() != null) {
                throw new BadInputException("The line " + line.problem() + ".");
            }
            return new Slot<>(new Row<>(index, reading.read(line.fields())), null);
        } catch (BadInputException e) {
            ObjectNode error = JSON.createObjectNode();
            error.put("error", e.getMessage()).put("line", line.number());
            return new Slot<>(null, error);
        }
    }

    private int answer(List<Slot<T>> slots, OutputStream out, Progress progress) throws IOException {
        List<Row<T>> rows =
                slots.stream().map(Slot::row).filter(row -> row != null).toList();
        List<List<ObjectNode>> answers = rows.isEmpty() ? List.of() : answering.answer(rows, progress);
        int next = 0;
        int errors = 0;
        for (Slot<T> slot : slots) {
            errors += slot.error() == null ? 0 : 1;
            for (ObjectNode line : slot.error() == null ? answers.get(next++) : List.of(slot.error())) {
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        return errors;
    }
}
