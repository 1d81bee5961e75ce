package org.densepath.reward;

/// At which tokens of a response its reward is given.
public enum Credit {
    /// r̂_t at every token: the paper's
    DENSE,
    /// the same total, once, at the last token
    SPARSE,
    /// ±r̂_t with a fair coin a token
    RANDOM_SIGN
}
