package org.densepath.run.query;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The tables that a reading of the corpus fills: sums by token, the rare tokens so far, one row a response. Of
/// the tokens themselves only those of the files at hand are held.
final class CorpusTables {
    private static final int CHUNKS_UNTIL_ADDED = 16;
    private static final String RARE = "(SELECT token FROM token_sum GROUP BY token HAVING sum(ordinary) < %d)";

    private final Sql sql;
    private final CorpusSettings settings;
    private final String rareSoFar;
    private int chunks;

    CorpusTables(Sql sql, CorpusSettings settings) throws SQLException {
        this.sql = sql;
        this.settings = settings;
        this.rareSoFar = RARE.formatted(settings.rareBelow());
        sql.run("CREATE OR REPLACE TABLE token_sum (token VARCHAR, ordinary BIGINT, tokens BIGINT, responses BIGINT,"
                + " total DOUBLE, squares DOUBLE, products DOUBLE, sizes DOUBLE)");
        sql.run("CREATE OR REPLACE TABLE rare_piece (id BIGINT, token VARCHAR, n BIGINT, s DOUBLE)");
        sql.run("CREATE OR REPLACE TABLE response (id BIGINT, prompt INTEGER, sample INTEGER, length INTEGER,"
                + " total DOUBLE, rewarded BOOLEAN)");
        sql.run("CREATE OR REPLACE TABLE rare (token VARCHAR)");
    }

    /// Reads `rows`, and changes nothing that is kept.
    void load(String rows) throws SQLException {
        sql.run("CREATE OR REPLACE TABLE loaded AS SELECT id, prompt_index, sample, reward,"
                + " len(ids) - prompt_length AS length, \"return\" AS total FROM " + rows);
        // one row for a text in a response
        sql.run("CREATE OR REPLACE TABLE piece AS SELECT id, token, is_end, count(*) AS n,"
                + " sum(CAST(reward AS DOUBLE)) AS s FROM (SELECT id, unnest(tokens) AS token,"
                + " unnest(reward) AS reward,"
                + " generate_subscripts(reward, 1) = len(reward) AND ended = 'eos' AS is_end FROM " + rows
                + " WHERE reward IS NOT NULL) WHERE isfinite(reward) GROUP BY ALL");
    }

    /// The loaded tokens by bin. The token at `position` of `length` is in bin `position * bins // length`.
    Map<Integer, ClusterSums> positions() throws SQLException {
        int bins = settings.bins();
        Map<Integer, ClusterSums> sums = new TreeMap<>();
        sql.list(
                        "SELECT bin, " + ClusterSums.SQL + " FROM (SELECT bin, len(part) AS n, list_sum(part) AS s FROM"
                                + " (SELECT bin, list_filter(CAST(reward[(bin * len(reward) + " + (bins - 1) + ") // "
                                + bins + " + 1 : ((bin + 1) * len(reward) + " + (bins - 1) + ") // " + bins
                                + "] AS DOUBLE[]), lambda x: isfinite(x)) AS part"
                                + " FROM (SELECT reward, unnest(range(" + bins + ")) AS bin FROM loaded"
                                + " WHERE reward IS NOT NULL))) WHERE n > 0 GROUP BY bin",
                        List.of(),
                        row -> Map.entry(row.getInt("bin"), ClusterSums.of(row)))
                .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
        return sums;
    }

    /// The loaded tokens by class.
    Map<TokenClass, ClusterSums> classes() throws SQLException {
        Map<TokenClass, ClusterSums> sums = new EnumMap<>(TokenClass.class);
        sql.list(
                        "SELECT kind, " + ClusterSums.SQL + " FROM (SELECT id, kind, sum(n) AS n, sum(s) AS s"
                                + " FROM piece JOIN (SELECT token, is_end, " + TokenClass.sql() + " AS kind"
                                + " FROM (SELECT DISTINCT token, is_end FROM piece)) USING (token, is_end)"
                                + " GROUP BY id, kind) GROUP BY kind",
                        List.of(),
                        row -> Map.entry(TokenClass.valueOf(row.getString("kind")), ClusterSums.of(row)))
                .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
        return sums;
    }

    /// Adds what is loaded to what is kept.
    void keep() throws SQLException {
        sql.run("INSERT INTO response SELECT id, prompt_index, sample, length, total, reward IS NOT NULL FROM loaded");
        sql.run("INSERT INTO token_sum SELECT token, coalesce(sum(n) FILTER (NOT is_end), 0), " + ClusterSums.SQL
                + " FROM piece GROUP BY token");
        if (++chunks % CHUNKS_UNTIL_ADDED == 0) {
            sql.run("CREATE OR REPLACE TABLE token_sum AS SELECT token, CAST(sum(ordinary) AS BIGINT) AS ordinary, "
                    + ClusterSums.ADDED + " FROM token_sum GROUP BY token");
        }
        // what is rare in the end was rare all the time, so its pieces are all here
        sql.run("INSERT INTO rare_piece SELECT id, token, n, s FROM piece WHERE NOT is_end AND token IN " + rareSoFar);
        sql.run("DELETE FROM rare_piece WHERE token NOT IN " + rareSoFar);
    }

    /// The rare tokens of all that is kept, when there are any; `rare` has their texts then.
    Optional<ClusterSums> rare() throws SQLException {
        sql.run("CREATE OR REPLACE TABLE rare AS SELECT DISTINCT token FROM rare_piece");
        return sql
                .list(
                        "SELECT " + ClusterSums.SQL + " FROM (SELECT id, sum(n) AS n, sum(s) AS s FROM rare_piece"
                                + " GROUP BY id)",
                        List.of(),
                        ClusterSums::of)
                .stream()
                .filter(sums -> sums.tokens() > 0)
                .findFirst();
    }

    void forgetLoaded() throws SQLException {
        sql.run("DROP TABLE IF EXISTS loaded");
        sql.run("DROP TABLE IF EXISTS piece");
    }

    long responses() throws SQLException {
        return sql.list("SELECT count(*) AS n FROM response WHERE rewarded", List.of(), row -> row.getLong("n"))
                .getFirst();
    }

    List<Corpus.TokenReward> tokens(String direction) throws SQLException {
        return sql.list(
                "SELECT token, " + ClusterSums.ADDED + " FROM token_sum GROUP BY token HAVING sum(tokens) >= ?"
                        + " ORDER BY sum(total) / sum(tokens) " + direction + ", token LIMIT ?",
                List.of(settings.seldomest(), settings.listed()),
                row -> new Corpus.TokenReward(
                        row.getString("token"), ClusterSums.of(row).estimate()));
    }

    LengthEffect length(Numbering numbering) throws SQLException {
        List<LengthEffect.Point> points = sql.list(
                "SELECT * FROM (SELECT * FROM response WHERE isfinite(total) ORDER BY hash(id), id LIMIT ?)"
                        + " ORDER BY length, id",
                List.of(settings.points()),
                row -> new LengthEffect.Point(
                        numbering.file(row.getInt("id")),
                        row.getInt("prompt"),
                        row.getInt("sample"),
                        row.getInt("length"),
                        row.getDouble("total")));
        return sql.list(
                        "SELECT count(*) AS n, corr(total, length) AS r, regr_slope(total, length) AS slope,"
                                + " regr_intercept(total, length) AS intercept FROM response WHERE isfinite(total)",
                        List.of(),
                        row -> LengthEffect.of(
                                row.getLong("n"),
                                Sql.number(row, "r"),
                                Sql.number(row, "slope"),
                                Sql.number(row, "intercept"),
                                points))
                .getFirst();
    }
}
