package org.densepath.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// DuckDB in memory, as traces need it: no network, few threads, little memory.
public final class TraceDatabase {
    private TraceDatabase() {}

    /// One thread: what is written is the same each time. The first in a process takes most of a second: DuckDB
    /// unpacks its library.
    static DuckDBConnection open() {
        return open(1);
    }

    /// For reading only: on half of the processors, at most four, so that a worker beside it keeps its pace.
    public static DuckDBConnection openForReading() {
        return open(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4));
    }

    private static DuckDBConnection open(int threads) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", new Properties());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET autoinstall_known_extensions=false");
                statement.execute("SET autoload_known_extensions=false");
                statement.execute("SET threads=" + threads);
                statement.execute("SET memory_limit='512MB'");
                // It would spill into a folder of the working directory, which may be anyone's.
                statement.execute("SET temp_directory=''");
            }
            return connection.unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    /// The rows of all `files`, as a table expression. Columns are matched by name, so that files of several
    /// versions go together.
    public static String rowsOf(List<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no trace files");
        }
        return files.stream()
                .map(file -> quoted(literal(file)))
                .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name=true, hive_partitioning=false)"));
    }

    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static IOException asIOException(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return new IOException(message.lines().findFirst().orElse(message), e);
    }

    /// In a name to read, DuckDB takes `*`, `?` and `[` for patterns.
    private static String literal(Path file) {
        return file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
    }
}
