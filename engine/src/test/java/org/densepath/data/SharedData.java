package org.densepath.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The real data sets beside the project; the tests that use them are skipped where they are missing.
final class SharedData {
    private SharedData() {}

    static Path file(String name) {
        Path file = Path.of(System.getProperty("densepath.root", ".."))
                .resolve("../shared/data")
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        return file;
    }
}
