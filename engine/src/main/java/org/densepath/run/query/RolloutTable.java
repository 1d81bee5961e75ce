package org.densepath.run.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// All responses of a run's traces as one table of up to millions of rows. What is searched and sorted by is kept
/// in the database's memory (some 100 bytes each); texts are read from the files when they are looked at. Belongs
/// to one thread.
public final class RolloutTable implements AutoCloseable {
    /// Of a response, as many characters are kept for sorting.
    public static final int START = 32;
    /// As many characters of a text are given to be shown.
    public static final int SHOWN = 4000;

    private final Sql sql = new Sql();
    private final Numbering numbering = new Numbering();
    private final RolloutReader reader = new RolloutReader(sql, numbering);
    private final TextSearch search;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int indexed;

    public RolloutTable() {
        try {
            sql.run("CREATE TABLE rollout (id INTEGER, track INTEGER, step BIGINT, prompt INTEGER, sample INTEGER,"
                    + " total DOUBLE, length INTEGER, cut BOOLEAN, checked DOUBLE, start VARCHAR)");
            sql.run("CREATE TABLE prompt (prompt INTEGER, prompt_text VARCHAR)");
            search = new TextSearch(sql, numbering);
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    /// Takes note of files; reads none. Their responses are numbered behind those that are there.
    public void add(List<TraceFile> more) {
        more.forEach(numbering::add);
    }

    /// In the order in which they were added.
    public List<TraceFile> files() {
        return List.copyOf(numbering.files());
    }

    /// How many responses the files were told to have.
    public int size() {
        return numbering.size();
    }

    /// All responses, the newest step first, known without reading.
    public RolloutOrder newest() {
        return new RolloutOrder(numbering.newestFirst(), List.of());
    }

    /// Reads what is searched and sorted by, of the files that were not read before.
    public void index(Reading reading) {
        int before = indexed;
        int all = numbering.files().size();
        Reading counting = (done, total) -> {
            indexed = before + done;
            return reading.goOn(done, total);
        };
        TraceChunks.each(List.copyOf(numbering.files().subList(before, all)), counting, leftOut::add, this::indexChunk);
    }

    /// The files that could not be read so far.
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /// What passes `filter` of that which is indexed, sorted; when `grouped`, prompt by prompt. A text that was
    /// not looked for before is looked for in all files.
    public RolloutOrder order(RolloutFilter filter, RolloutSort sort, boolean grouped, Reading reading) {
        String rows =
                "(SELECT * FROM rollout JOIN prompt USING (prompt)" + RolloutWhere.of(filter, numbering.tracks()) + ")";
        try {
            if (!filter.text().isEmpty()) {
                search.find(filter.text(), reading);
            }
            if (!grouped) {
                return new RolloutOrder(ids("SELECT id FROM " + rows + " ORDER BY " + sort.ofRows()), List.of());
            }
            sql.run("CREATE OR REPLACE TABLE prompt_group AS SELECT prompt, prompt_text, count(*) AS n,"
                    + " avg(total) FILTER (isfinite(total)) AS mean, min(total) FILTER (isfinite(total)) AS low,"
                    + " max(total) FILTER (isfinite(total)) AS high,"
                    + " count(*) FILTER (" + RolloutWhere.PASSED + ") AS passed,"
                    + " count(*) FILTER (NOT isnan(checked)) AS checks, min(step) AS first_step,"
                    + " max(step) AS last_step, row_number() OVER (ORDER BY " + sort.ofGroups() + ") AS place"
                    + " FROM " + rows + " GROUP BY prompt, prompt_text");
            int[] ids = ids("SELECT id FROM " + rows + " JOIN (SELECT prompt, place FROM prompt_group) USING (prompt)"
                    + " ORDER BY place, " + sort.ofRows());
            return new RolloutOrder(ids, groups());
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    /// What a line shows, in the order of `ids`. What lies in a file that cannot be read is missing.
    public List<RolloutRow> rows(int[] ids) {
        return reader.rows(ids);
    }

    /// Every indexed response to a prompt, by track, step and sample.
    public List<PromptPoint> ofPrompt(int prompt) {
        try {
            return sql.list(
                    "SELECT id, sample, total, length, checked FROM rollout WHERE prompt = ?"
                            + " ORDER BY track, step, sample",
                    List.of(prompt),
                    this::point);
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    @Override
    public void close() {
        sql.close();
    }

    private void indexChunk(List<TraceFile> chunk) throws SQLException {
        sql.together(() -> {
            sql.run("INSERT INTO rollout SELECT first + file_row_number, track, place.step, prompt_index, sample,"
                    + " \"return\", len(ids) - prompt_length, ended = 'length', coalesce(outside_check, 'nan'),"
                    + " left(response, " + START + ") FROM (SELECT *, file_index, file_row_number FROM "
                    + Sql.rowsOf(chunk) + ") JOIN " + numbering.places(chunk)
                    + " ON file_index = index WHERE file_row_number < responses");
            sql.run("INSERT INTO prompt SELECT prompt_index, any_value(prompt) FROM " + Sql.rowsOf(chunk)
                    + " WHERE prompt_index NOT IN (SELECT prompt FROM prompt) GROUP BY prompt_index");
        });
    }

    private int[] ids(String query) throws SQLException {
        return sql.numbers(query, numbering.size());
    }

    private List<PromptGroup> groups() throws SQLException {
        int[] from = {0};
        return sql.list("SELECT * FROM prompt_group ORDER BY place", List.of(), row -> {
            int count = row.getInt("n");
            from[0] += count;
            return new PromptGroup(
                    row.getInt("prompt"),
                    row.getString("prompt_text"),
                    from[0] - count,
                    count,
                    Sql.number(row, "mean"),
                    Sql.number(row, "low"),
                    Sql.number(row, "high"),
                    row.getInt("passed"),
                    row.getInt("checks"),
                    row.getLong("first_step"),
                    row.getLong("last_step"));
        });
    }

    private PromptPoint point(ResultSet row) throws SQLException {
        int id = row.getInt("id");
        return new PromptPoint(
                id,
                numbering.file(id),
                row.getInt("sample"),
                row.getDouble("total"),
                row.getInt("length"),
                RolloutReader.check(row.getDouble("checked")));
    }
}
