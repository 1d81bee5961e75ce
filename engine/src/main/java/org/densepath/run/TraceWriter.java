package org.densepath.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes a step's responses as one Parquet file, one row each, with list columns a token: `ids` over prompt and
/// response, all others over the response alone. The same rows give the same bytes. One for a whole run: opening
/// takes most of a second. Belongs to one thread.
public final class TraceWriter implements AutoCloseable {
    private final DuckDBConnection database = TraceDatabase.open();

    /// Writes `file` atomically, replacing an older one. Throws [RunStorageException] when the disk refuses.
    public void write(Path file, List<TraceRow> rows) {
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE trace (" + columns() + ")");
            append(rows);
            AtomicFiles.file(file, temporary -> copy(statement, temporary));
            statement.execute("DROP TABLE trace");
        } catch (SQLException e) {
            throw RunStorageException.writing(file, TraceDatabase.asIOException(e));
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close: " + e.getMessage(), e);
        }
    }

    private static String columns() {
        String lists =
                TokenValues.COLUMNS.stream().map(name -> name + " FLOAT[]").collect(Collectors.joining(", "));
        return "step BIGINT, prompt_index INTEGER, sample INTEGER, prompt VARCHAR, response VARCHAR, ended VARCHAR,"
                + " ids INTEGER[], prompt_length INTEGER, tokens VARCHAR[], " + lists
                + ", \"return\" DOUBLE, outside_check DOUBLE, prompt_tokens VARCHAR[]";
    }

    private void append(List<TraceRow> rows) throws SQLException {
        try (DuckDBAppender appender = database.createAppender("main", "trace")) {
            for (TraceRow row : rows) {
                appender.beginRow();
                appender.append(row.step())
                        .append(row.promptIndex())
                        .append(row.sample())
                        .append(row.prompt())
                        .append(row.response())
                        .append(row.ended().name().toLowerCase(Locale.ROOT))
                        .append(row.ids())
                        .append(row.promptLength())
                        .append(row.tokens());
                for (float[] column : row.values().columns()) {
                    if (column.length == 0) {
                        appender.appendNull();
                    } else {
                        appender.append(column);
                    }
                }
                appender.append(row.totalReturn());
                if (row.outsideCheck().isPresent()) {
                    appender.append(row.outsideCheck().getAsDouble());
                } else {
                    appender.appendNull();
                }
                if (row.promptTokens().isEmpty()) {
                    appender.appendNull();
                } else {
                    appender.append(row.promptTokens());
                }
                appender.endRow();
            }
        }
    }

    private static void copy(Statement statement, Path file) throws IOException {
        try {
            statement.execute("COPY trace TO "
                    + TraceDatabase.quoted(file.toAbsolutePath().toString())
                    + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)");
        } catch (SQLException e) {
            throw TraceDatabase.asIOException(e);
        }
    }
}
