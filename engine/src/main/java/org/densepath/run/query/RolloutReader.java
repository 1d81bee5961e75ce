package org.densepath.run.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.densepath.run.TraceRow;

/// Reads what a line of the table shows, from the files.
final class RolloutReader {
    private final Sql sql;
    private final Numbering numbering;

    RolloutReader(Sql sql, Numbering numbering) {
        this.sql = sql;
        this.numbering = numbering;
    }

    /// In the order of `ids`; what lies in a file that cannot be read is missing.
    List<RolloutRow> rows(int[] ids) {
        List<TraceFile> files =
                Arrays.stream(ids).mapToObj(numbering::file).distinct().toList();
        Map<Integer, RolloutRow> found = new HashMap<>();
        TraceChunks.each(files, Reading.WHOLE, _ -> {}, chunk -> {
            for (RolloutRow row : read(chunk, ids)) {
                found.put(row.id(), row);
            }
        });
        return Arrays.stream(ids).mapToObj(found::get).filter(Objects::nonNull).toList();
    }

    private List<RolloutRow> read(List<TraceFile> chunk, int[] ids) throws SQLException {
        return sql.list(
                "SELECT id, row, prompt_index, sample, left(prompt, " + RolloutTable.SHOWN + ") AS prompt,"
                        + " left(response, " + RolloutTable.SHOWN + ") AS response, \"return\" AS total,"
                        + " len(ids) - prompt_length AS length, ended, outside_check"
                        + " FROM (SELECT *, file_index, file_row_number FROM " + Sql.rowsOf(chunk) + ") JOIN "
                        + numbering.wanted(chunk, ids) + " ON file_index = index AND file_row_number = row",
                List.of(),
                this::row);
    }

    private RolloutRow row(ResultSet row) throws SQLException {
        int id = row.getInt("id");
        return new RolloutRow(
                id,
                numbering.file(id),
                row.getInt("row"),
                row.getInt("prompt_index"),
                row.getInt("sample"),
                row.getString("prompt"),
                row.getString("response"),
                row.getDouble("total"),
                row.getInt("length"),
                row.getString("ended").equals("length") ? TraceRow.Ended.LENGTH : TraceRow.Ended.EOS,
                check(Sql.number(row, "outside_check")));
    }

    static OptionalDouble check(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
