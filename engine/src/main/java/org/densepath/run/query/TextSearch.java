package org.densepath.run.query;

import java.sql.SQLException;
import java.util.List;

/// Looks for a text in the prompts and responses of all files. What was found is kept, so that of the same text
/// only new files are read.
final class TextSearch {
    private final Sql sql;
    private final Numbering numbering;
    private String text = "";
    private int files;

    TextSearch(Sql sql, Numbering numbering) throws SQLException {
        this.sql = sql;
        this.numbering = numbering;
        sql.run("CREATE TABLE found (id INTEGER)");
    }

    /// Puts the numbers of the responses in which `wanted` occurs, whatever the case, into the table `found`.
    void find(String wanted, Reading reading) throws SQLException {
        if (!wanted.equals(text)) {
            sql.run("DELETE FROM found");
            text = wanted;
            files = 0;
        }
        // what was found before it was cancelled is found again
        List<TraceFile> rest =
                List.copyOf(numbering.files().subList(files, numbering.files().size()));
        try {
            TraceChunks.each(rest, reading, _ -> {}, this::findIn);
            files += rest.size();
        } finally {
            if (files < numbering.files().size()) {
                text = "";
            }
        }
    }

    private void findIn(List<TraceFile> chunk) throws SQLException {
        sql.change(
                "INSERT INTO found SELECT first + file_row_number"
                        + " FROM (SELECT prompt, response, file_index, file_row_number FROM " + Sql.rowsOf(chunk)
                        + ") JOIN " + numbering.places(chunk) + " ON file_index = index"
                        + " WHERE contains(lower(response), lower(?)) OR contains(lower(prompt), lower(?))",
                List.of(text, text));
    }
}
