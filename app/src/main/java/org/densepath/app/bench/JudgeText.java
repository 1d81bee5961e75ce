package org.densepath.app.bench;

import java.util.Locale;

/// How a judge's numbers are written.
final class JudgeText {
    private JudgeText() {}

    /// `7`, `7.5`, `0.83`.
    static String value(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0$", "");
    }
}
