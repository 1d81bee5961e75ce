package org.densepath.app.bench;

/// What an answer's value is.
enum Measure {
    /// A checker's: 1 right, 0 wrong; between them where several answers count.
    CHECK,
    /// The share of a judge's games that went to the model.
    SHARE,
    /// A judge's rating, 1 to 10.
    RATING,
    /// Nobody judged.
    NONE
}
