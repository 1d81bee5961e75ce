package org.densepath.bench.credit;

/// An answer's credit beside what a judge or a checker says of it. For a comparison `sum` and `mean` are the
/// model's less the baseline's, and `judged` is the share that goes to the model; else `judged` is a rating, or 1
/// for right and 0 for wrong.
///
/// @param sum Σ_t r̂_t
/// @param mean Σ_t r̂_t by the number of tokens
public record CreditPoint(String key, double sum, double mean, double judged) {}
