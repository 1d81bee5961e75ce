package org.densepath.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.densepath.BadInputException;
import org.duckdb.DuckDBConnection;

/// Reads trace files: their rows as they were written. Belongs to one thread.
public final class TraceReader implements AutoCloseable {
    private final DuckDBConnection database = TraceDatabase.open();

    /// All rows in the order in which they were written. Throws [BadInputException] when it is no trace file.
    public List<TraceRow> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("There is no trace file " + file + "; choose one under a run's rollouts.");
        }
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + TraceDatabase.rowsOf(List.of(file)))) {
            List<TraceRow> rows = new ArrayList<>();
            boolean prompts = hasPromptTokens(result);
            while (result.next()) {
                TraceRow row = row(result);
                Array texts = prompts ? result.getArray("prompt_tokens") : null;
                rows.add(texts == null ? row : row.withPromptTokens(texts(texts)));
            }
            return rows;
        } catch (SQLException | IllegalArgumentException e) {
            throw new BadInputException(
                    "The file " + file + " is not a trace of this version ("
                            + e.getMessage().lines().findFirst().orElse("") + "); choose another step's.",
                    e);
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

    private static TraceRow row(ResultSet result) throws SQLException {
        List<float[]> columns = new ArrayList<>();
        for (String name : TokenValues.COLUMNS) {
            columns.add(floats(result.getArray(name)));
        }
        double check = result.getDouble("outside_check");
        OptionalDouble outsideCheck = result.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(check);
        return new TraceRow(
                result.getLong("step"),
                result.getInt("prompt_index"),
                result.getInt("sample"),
                result.getString("prompt"),
                result.getString("response"),
                TraceRow.Ended.valueOf(result.getString("ended").toUpperCase(Locale.ROOT)),
                ints(result.getArray("ids")),
                result.getInt("prompt_length"),
                texts(result.getArray("tokens")),
                TokenValues.of(columns),
                result.getDouble("return"),
                outsideCheck);
    }

    /// Traces of older versions have no such column.
    private static boolean hasPromptTokens(ResultSet result) throws SQLException {
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            if (result.getMetaData().getColumnName(i).equals("prompt_tokens")) {
                return true;
            }
        }
        return false;
    }

    private static float[] floats(Array list) throws SQLException {
        if (list == null) {
            return new float[0];
        }
        Object[] boxed = (Object[]) list.getArray();
        float[] values = new float[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (Float) boxed[i];
        }
        return values;
    }

    private static int[] ints(Array list) throws SQLException {
        return Arrays.stream((Object[]) list.getArray())
                .mapToInt(value -> (Integer) value)
                .toArray();
    }

    private static List<String> texts(Array list) throws SQLException {
        return Arrays.stream((Object[]) list.getArray()).map(String.class::cast).toList();
    }
}
