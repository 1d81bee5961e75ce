package org.densepath.run.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.run.RunStorageException;
import org.densepath.run.TraceDatabase;
import org.duckdb.DuckDBConnection;

/// Statements on one database in memory. Belongs to one thread.
final class Sql implements AutoCloseable {
    private final DuckDBConnection database = TraceDatabase.openForReading();

    @FunctionalInterface
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    void change(String sql, List<?> parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            statement.execute();
        }
    }

    @FunctionalInterface
    interface Changes {
        void make() throws SQLException;
    }

    /// All of `changes` or, when one fails, none.
    void together(Changes changes) throws SQLException {
        run("BEGIN TRANSACTION");
        try {
            changes.make();
            run("COMMIT");
        } catch (SQLException e) {
            run("ROLLBACK");
            throw e;
        }
    }

    <T> List<T> list(String sql, List<?> parameters, Mapping<T> mapping) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(mapping.of(result));
                }
            }
            return found;
        }
    }

    /// The one column of whole numbers that `sql` gives.
    int[] numbers(String sql, int size) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int[] numbers = new int[size];
            int n = 0;
            while (result.next()) {
                numbers[n++] = result.getInt(1);
            }
            return n == size ? numbers : Arrays.copyOf(numbers, n);
        }
    }

    static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    static RunStorageException failed(SQLException e) {
        return new RunStorageException(
                "The traces cannot be searched: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                "Open the run again; when it stays, leave out the newest step.",
                e);
    }

    /// The rows of `files`, with `file_index` (the place in `files`) and `file_row_number`.
    static String rowsOf(List<TraceFile> files) {
        return TraceDatabase.rowsOf(files.stream().map(TraceFile::path).toList());
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close: " + e.getMessage(), e);
        }
    }
}
