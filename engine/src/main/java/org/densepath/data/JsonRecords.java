package org.densepath.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.densepath.BadInputException;

/// The JSON objects of a file, with the lines they begin on: JSON lines, one JSON array, or Parquet, told by the
/// first bytes.
public record JsonRecords(List<JsonRecord> records, List<Refused> refused) {
    private static final int LOOK_AHEAD = 4096;

    /// One object and its line.
    public record JsonRecord(int line, ObjectNode fields) {}

    /// What is done with each object, while the next one is not read yet.
    @FunctionalInterface
    interface Use {
        void of(JsonRecord record) throws UnusableRecord;
    }

    /// What came of the records so far.
    static final class Taken {
        private final Use use;
        private final List<Refused> refused = new ArrayList<>();
        private boolean empty = true;

        Taken(Use use) {
            this.use = use;
        }

        void record(int line, ObjectNode fields) {
            empty = false;
            try {
                use.of(new JsonRecord(line, fields));
            } catch (UnusableRecord e) {
                refuse(line, e.getMessage());
            }
        }

        void refuse(int line, String why) {
            empty = false;
            refused.add(new Refused(line, why));
        }

        boolean isEmpty() {
            return empty;
        }
    }

    /// All at once, for small files. Throws [BadInputException] when the file is missing, empty, or of no kind
    /// that can be read.
    public static JsonRecords read(Path file) {
        List<JsonRecord> records = new ArrayList<>();
        List<Refused> refused = each(file, records::add);
        return new JsonRecords(List.copyOf(records), refused);
    }

    /// One after the other; what is refused, and by `use`, comes back, by line. Throws as [#read] does.
    static List<Refused> each(Path file, Use use) {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + " is a folder; name the .jsonl, .json or .parquet file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            if (new String(magic, StandardCharsets.ISO_8859_1).equals("PAR1")) {
                Taken taken = new Taken(use);
                ParquetRows.read(file, taken);
                return byLine(taken.refused);
            }
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + " does not exist; name a .jsonl, .json or .parquet file.", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return each(in, file.toString(), use);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// Text, as lines or as an array. `name` is what messages call it.
    static List<Refused> each(InputStream stream, String name, Use use) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
        in.mark(LOOK_AHEAD);
        byte[] head = in.readNBytes(LOOK_AHEAD);
        in.reset();
        for (byte b : head) {
            if (b == 0) {
                throw new BadInputException(
                        name + " is neither UTF-8 text nor Parquet; expected .jsonl, .json or .parquet.");
            }
        }
        String text = new String(head, StandardCharsets.UTF_8);
        boolean marked = text.startsWith("\uFEFF");
        String start = (marked ? text.substring(1) : text).stripLeading();
        if (marked) {
            in.skipNBytes(3);
        }
        Taken taken = new Taken(use);
        if (start.startsWith("[")) {
            JsonArray.read(in, taken);
        } else {
            JsonLines.read(in, taken);
        }
        if (taken.isEmpty()) {
            throw new BadInputException(
                    name + " is empty; expected one JSON object a line, or a JSON array of objects.");
        }
        return byLine(taken.refused);
    }

    private static List<Refused> byLine(List<Refused> refused) {
        return refused.stream().sorted(Comparator.comparingInt(Refused::line)).toList();
    }
}
