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
import org.densepath.BadInputException;

/// The rows of a Parquet file as JSON objects, read with DuckDB; columns keep their names, nested ones their
/// nesting.
final class ParquetRows {
    private ParquetRows() {}

    static void read(Path file, JsonRecords.Taken taken) {
        try {
            // DuckDB takes * ? [ in a path as a pattern; there is no way to escape them.
            if (file.toString().matches("(?s).*[*?\\[{].*")) {
                Path copy = Files.createTempFile("rows", ".parquet");
                try {
                    rows(Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING), taken);
                    return;
                } finally {
                    Files.delete(copy);
                }
            }
            rows(file, taken);
        } catch (SQLException | IOException e) {
            String first = e.getMessage().lines().findFirst().orElse("");
            throw new BadInputException(file + " is not a Parquet file that can be read: " + first + ".", e);
        }
    }

    private static void rows(Path file, JsonRecords.Taken taken) throws SQLException {
        String path = file.toAbsolutePath().toString().replace("'", "''");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("SET autoinstall_known_extensions=false");
            try (ResultSet rows = sql.executeQuery("SELECT to_json(t)::VARCHAR FROM read_parquet('" + path + "') t")) {
                for (int row = 1; rows.next(); row++) {
                    try {
                        taken.record(row, (ObjectNode) Json.MAPPER.readTree(rows.getString(1)));
                    } catch (JsonProcessingException e) {
                        taken.refuse(row, Json.complaint(e));
                    }
                }
            }
        }
        if (taken.isEmpty()) {
            throw new BadInputException(file + " has no rows; name a file with some.");
        }
    }
}
