package org.densepath.run;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// What trace files say together about r̂ and returns, in SQL. Values that are not finite are left out; the
/// standard deviation is the sample's (n − 1), NaN for a single value. From [TraceReader#statistics].
public final class TraceStatistics {
    private final DuckDBConnection database;
    private final String rows;
    private final String tokens;

    TraceStatistics(DuckDBConnection database, List<Path> files) {
        this.database = database;
        this.rows = TraceDatabase.rowsOf(files);
        this.tokens = "(SELECT unnest(tokens) AS token, unnest(reward) AS reward,"
                + " generate_subscripts(reward, 1) - 1 AS position, len(reward) AS length"
                + " FROM " + rows + " WHERE reward IS NOT NULL)";
    }

    /// The rewards of the tokens at relative positions [`bin`/bins, (`bin`+1)/bins) of their response.
    public record PositionReward(int bin, long count, double mean, double deviation) {}

    /// The rewards of all tokens of one text.
    public record TokenReward(String token, long count, double mean, double deviation) {}

    /// Pearson's correlation of a response's return with its number of tokens, and the slope (return a token) of
    /// the straight line through them. NaN where either does not vary.
    public record LengthEffect(long count, double correlation, double slope) {}

    /// One entry for each of `bins` (≥ 1) that has tokens, in order.
    public List<PositionReward> rewardByPosition(int bins) {
        String sql = "SELECT CAST(floor(position * ? / length) AS INTEGER) AS bin, " + moments() + " FROM " + tokens
                + " WHERE isfinite(reward) GROUP BY bin ORDER BY bin";
        return query(
                sql,
                List.of((double) bins),
                row -> new PositionReward(
                        row.getInt("bin"), row.getLong("n"), number(row, "mean"), number(row, "deviation")));
    }

    /// The `limit` token texts of highest mean reward among those seen at least `minimumCount` times.
    public List<TokenReward> highestTokens(int limit, int minimumCount) {
        return byToken("DESC", limit, minimumCount);
    }

    /// The `limit` token texts of lowest mean reward among those seen at least `minimumCount` times.
    public List<TokenReward> lowestTokens(int limit, int minimumCount) {
        return byToken("ASC", limit, minimumCount);
    }

    /// Does the return grow with length?
    public LengthEffect returnAgainstLength() {
        String sql = "SELECT count(*) AS n, corr(total, length) AS correlation, regr_slope(total, length) AS slope"
                + " FROM (SELECT \"return\" AS total, CAST(len(ids) - prompt_length AS DOUBLE) AS length FROM " + rows
                + ") WHERE isfinite(total)";
        return query(
                        sql,
                        List.of(),
                        row -> new LengthEffect(row.getLong("n"), number(row, "correlation"), number(row, "slope")))
                .getFirst();
    }

    private List<TokenReward> byToken(String direction, int limit, int minimumCount) {
        String sql = "SELECT token, " + moments() + " FROM " + tokens
                + " WHERE isfinite(reward) GROUP BY token HAVING n >= ? ORDER BY mean " + direction
                + ", token LIMIT ?";
        return query(
                sql,
                List.of(minimumCount, limit),
                row -> new TokenReward(
                        row.getString("token"), row.getLong("n"), number(row, "mean"), number(row, "deviation")));
    }

    private static String moments() {
        return "count(*) AS n, avg(CAST(reward AS DOUBLE)) AS mean, stddev_samp(CAST(reward AS DOUBLE)) AS deviation";
    }

    @FunctionalInterface
    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, List<?> parameters, Mapping<T> mapping) {
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
        } catch (SQLException e) {
            throw new RunStorageException(
                    "The trace files cannot be read together: "
                            + e.getMessage().lines().findFirst().orElse("") + ".",
                    "Leave out the file that is named, or run its step again.",
                    e);
        }
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
