package org.densepath.app.launch;

import java.util.Locale;

/// Amounts of memory as a person reads them.
final class Bytes {
    private Bytes() {}

    /// `710 MB`, `4.7 GB`.
    static String of(long bytes) {
        return bytes < 1_000_000_000
                ? Math.round(bytes / 1e6) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
