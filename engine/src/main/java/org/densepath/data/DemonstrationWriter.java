package org.densepath.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.text.Message;

/// Demonstrations as `messages` JSON lines, which this program and the common trainers read.
public final class DemonstrationWriter {
    private DemonstrationWriter() {}

    /// Writes to a temporary file beside it and renames. Throws [BadInputException] when the file exists or
    /// cannot be written.
    public static void write(List<Demonstration> demonstrations, Path file) {
        if (Files.exists(file)) {
            throw new BadInputException(file + " exists already; name a file that does not.");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = null;
        try {
            temporary = Files.createTempFile(folder, "." + file.getFileName(), ".part");
            try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                for (Demonstration demonstration : demonstrations) {
                    out.write(record(demonstration).toString());
                    out.write('\n');
                }
            }
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(temporary, file);
        } catch (FileAlreadyExistsException e) {
            throw new BadInputException(file + " exists already; name a file that does not.", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be written: " + e.getMessage() + ".", e);
        } finally {
            delete(temporary);
        }
    }

    private static ObjectNode record(Demonstration demonstration) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        ArrayNode messages = record.putArray("messages");
        for (Message message : demonstration.prompt()) {
            messages.addObject().put("role", message.role()).put("content", message.content());
        }
        messages.addObject().put("role", "assistant").put("content", demonstration.answer());
        return record;
    }

    private static void delete(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new BadInputException(temporary + " is left over and cannot be deleted: " + e.getMessage() + ".", e);
        }
    }
}
