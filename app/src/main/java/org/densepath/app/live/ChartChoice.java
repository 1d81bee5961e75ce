package org.densepath.app.live;

/// Which charts are shown.
public enum ChartChoice {
    /// For a first look.
    MAIN,
    /// Every metric.
    ALL,
    /// Chosen one by one.
    OWN
}
