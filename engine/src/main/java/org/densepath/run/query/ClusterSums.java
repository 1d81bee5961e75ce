package org.densepath.run.query;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Sums over the responses of a part of the corpus, from which its mean and the mean's interval follow. Parts of
/// different responses are added.
///
/// @param tokens Σ n_c
/// @param responses how many have such tokens
/// @param sum Σ S_c, S_c being the sum of a response's rewards there
/// @param squares Σ S_c²
/// @param products Σ S_c n_c
/// @param sizes Σ n_c²
record ClusterSums(long tokens, long responses, double sum, double squares, double products, double sizes) {
    static final ClusterSums NONE = new ClusterSums(0, 0, 0, 0, 0, 0);

    /// Over rows `n`, `s`: one a response.
    static final String SQL =
            "CAST(sum(n) AS BIGINT) AS tokens, count(*) AS responses, sum(s) AS total, sum(s * s) AS squares,"
                    + " sum(s * n) AS products, sum(CAST(n AS DOUBLE) * n) AS sizes";

    /// Over rows that are such sums.
    static final String ADDED =
            "CAST(sum(tokens) AS BIGINT) AS tokens, CAST(sum(responses) AS BIGINT) AS responses, sum(total) AS total,"
                    + " sum(squares) AS squares, sum(products) AS products, sum(sizes) AS sizes";

    static ClusterSums of(ResultSet row) throws SQLException {
        return new ClusterSums(
                row.getLong("tokens"),
                row.getLong("responses"),
                row.getDouble("total"),
                row.getDouble("squares"),
                row.getDouble("products"),
                row.getDouble("sizes"));
    }

    ClusterSums plus(ClusterSums other) {
        return new ClusterSums(
                tokens + other.tokens,
                responses + other.responses,
                sum + other.sum,
                squares + other.squares,
                products + other.products,
                sizes + other.sizes);
    }

    /// The mean reward of a token, with the interval of a ratio of sums over independent responses: the variance
    /// is C/(C−1) Σ (S_c − m n_c)² / N². Tokens of one response are not independent, so N alone would promise too
    /// much.
    RewardEstimate estimate() {
        if (tokens == 0) {
            return new RewardEstimate(0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = sum / tokens;
        if (responses < 2) {
            return new RewardEstimate(tokens, responses, mean, Double.NaN, Double.NaN);
        }
        double spread = Math.max(0, squares - 2 * mean * products + mean * mean * sizes);
        double error = Math.sqrt(spread * responses / (responses - 1)) / tokens;
        double half = error * StudentT.two95(responses - 1);
        return new RewardEstimate(tokens, responses, mean, mean - half, mean + half);
    }
}
