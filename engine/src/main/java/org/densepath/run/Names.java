package org.densepath.run;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names that become folders: no separators, no leading dot, nothing that a file system changes in silence.
final class Names {
    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._+-]*");
    private static final int LONGEST = 60;

    private Names() {}

    /// Throws [IllegalArgumentException] when `name` could not be one folder's name on every system.
    static String check(String what, String name) {
        if (!SAFE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " \"" + name + "\": a name has letters, digits, and the signs . _ + -");
        }
        return name;
    }

    /// What a person typed, as a folder's name: `My run #2` becomes `my-run-2`.
    static String folderName(String typed) {
        String name = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._+]+", "-")
                .replaceAll("^[-.]+", "");
        name = name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("[-.]+$", "");
        return name.isEmpty() ? "run" : name;
    }
}
