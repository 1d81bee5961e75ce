package org.densepath.bench.judge.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.data.JsonRecords;

/// Which answers a checker finds right: rows `{"key", "correct": bool}`, or IFEval's `{"key", "strict":
/// [bool…]}`, right where all are.
public final class CheckFile {
    private CheckFile() {}

    /// By key. Throws [BadInputException] when the file is missing or a row is of neither kind or a key twice.
    public static Map<String, Boolean> read(Path file) {
        JsonRecords records = JsonRecords.read(file);
        if (!records.refused().isEmpty()) {
            throw new BadInputException(file + ", " + records.refused().getFirst() + ".");
        }
        Map<String, Boolean> checks = new HashMap<>();
        for (JsonRecords.JsonRecord record : records.records()) {
            String where = file + ", line " + record.line() + ",";
            String key = record.fields().path("key").asText();
            if (key.isEmpty()) {
                throw new BadInputException(where + " has no key; expected the key of the prompt it checks.");
            }
            if (checks.put(key, right(where, record.fields())) != null) {
                throw new BadInputException(where + " checks '" + key + "' again; keep one of them.");
            }
        }
        return checks;
    }

    private static boolean right(String where, ObjectNode row) {
        if (row.path("correct").isBoolean()) {
            return row.path("correct").asBoolean();
        }
        if (!row.path("strict").isArray() || row.path("strict").isEmpty()) {
            throw new BadInputException(where + " says not what is right; expected the field 'correct', true or false,"
                    + " or 'strict' as bench verify writes it.");
        }
        boolean right = true;
        for (var instruction : row.path("strict")) {
            right &= instruction.asBoolean();
        }
        return right;
    }
}
