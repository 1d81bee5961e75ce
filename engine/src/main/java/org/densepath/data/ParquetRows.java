package org.densepath.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.data.JsonRecords.JsonRecord;

/// The rows of a Parquet file as JSON objects, read with DuckDB; columns keep their names, nested ones their
/// nesting.
final class ParquetRows {
    private ParquetRows() {}

    static JsonRecords read(Path file) {
        try {
            // DuckDB takes * ? [ in a path as a pattern; there is no way to escape them.
            if (file.toString().matches("(?s).*[*?\\[{].*")) {
                Path copy = Files.createTempFile("rows", ".parquet");
                try {
                    return rows(Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING));
                } finally {
                    Files.delete(copy);
                }
            }
            return rows(file);
        } catch (SQLException | IOException e) {
            String first = e.getMessage().lines().findFirst().orElse("");
            throw new BadInputException(file + " is not a Parquet file that can be read: " + first + ".", e);
        }
    }

    private static JsonRecords rows(Path file) throws SQLException {
        List<JsonRecord> records = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        String path = file.toAbsolutePath().toString().replace("'", "''");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("SET autoinstall_known_extensions=false");
            try (ResultSet rows = sql.executeQuery("SELECT to_json(t)::VARCHAR FROM read_parquet('" + path + "') t")) {
                for (int row = 1; rows.next(); row++) {
                    try {
                        records.add(new JsonRecord(row, (ObjectNode) Json.MAPPER.readTree(rows.getString(1))));
                    } catch (JsonProcessingException e) {
                        refused.add(new Refused(row, Json.complaint(e)));
                    }
                }
            }
        }
        if (records.isEmpty() && refused.isEmpty()) {
            throw new BadInputException(file + " has no rows; name a file with some.");
        }
        return new JsonRecords(List.copyOf(records), List.copyOf(refused));
    }
}
