package org.densepath.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunStorageException;

/// A folder with rows that are costly to make: `settings.json` (all that they depend on) and a file of JSON lines
/// that is only ever added to. Rows that are there are never made again.
public final class RowSheet {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path file;

    private RowSheet(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name);
    }

    /// Opens a folder, or makes it; `name` is the file of rows. Throws [BadInputException] where it holds rows
    /// that other settings gave.
    public static RowSheet open(Path folder, String name, ObjectNode settings) {
        RowSheet sheet = new RowSheet(folder, name);
        Path kept = folder.resolve("settings.json");
        try {
            if (Files.exists(kept)) {
                sheet.requireSame(JSON.readTree(Files.readString(kept)), settings);
            } else if (Files.exists(sheet.file)) {
                throw new BadInputException(sheet.file + " is there without settings.json, so that nobody knows how"
                        + " it was made; name another --output.");
            } else {
                AtomicFiles.write(kept, settings.toPrettyString() + "\n");
            }
            sheet.dropTornLine();
        } catch (IOException e) {
            throw RunStorageException.reading(folder, e);
        }
        return sheet;
    }

    private void requireSame(JsonNode there, ObjectNode settings) throws IOException {
        // numbers are compared as they are read back
        JsonNode asked = JSON.readTree(settings.toString());
        List<String> differing = new ArrayList<>();
        asked.properties().forEach(field -> {
            if (!field.getValue().equals(there.get(field.getKey()))) {
                differing.add(field.getKey());
            }
        });
        if (!differing.isEmpty()) {
            throw new BadInputException(folder + " holds "
                    + file.getFileName().toString().replace(".jsonl", "") + " that were made otherwise ("
                    + String.join(", ", differing) + "); name another --output.");
        }
    }

    /// A killed writer may have left half a line at the end.
    private void dropTornLine() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /// Where the rows are; the file may not be there yet.
    public Path file() {
        return file;
    }

    /// All rows so far. Throws [BadInputException] for a line that is damaged.
    public List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        if (!Files.exists(file)) {
            return rows;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                rows.add(JSON.readTree(line));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new BadInputException(
                    file + ", line " + (rows.size() + 1) + ", is damaged; remove it and start again.", e);
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
        return rows;
    }

    /// Adds rows and waits until they are on the disk.
    public void add(List<ObjectNode> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(row).append('\n'));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
    }
}
