package org.densepath.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.BadInputException;

/// Where the product's own data lies. A path `sample:model` in an experiment means the file `model` there.
public final class SampleHome {
    private static final String PREFIX = "sample:";

    private SampleHome() {}

    static boolean isSample(String path) {
        return path.startsWith(PREFIX);
    }

    /// The path that an experiment's text means.
    public static Path resolve(String path) {
        return isSample(path) ? folder().resolve(path.substring(PREFIX.length())) : Path.of(path);
    }

    /// The folder `sample-data`: below the property `densepath.home`, the variable DENSEPATH_HOME, or the working
    /// folder and those above it; else below the property `densepath.installed`. Throws [BadInputException] when
    /// it is nowhere.
    public static Path folder() {
        String home = System.getProperty("densepath.home", System.getenv("DENSEPATH_HOME"));
        Path from = Path.of(home == null ? "" : home).toAbsolutePath();
        for (Path at = from; at != null; at = at.getParent()) {
            Path candidate = at.resolve("sample-data");
            if (Files.isDirectory(candidate.resolve("model"))) {
                return candidate;
            }
        }
        String installed = System.getProperty("densepath.installed");
        if (installed != null && Files.isDirectory(Path.of(installed, "sample-data", "model"))) {
            return Path.of(installed, "sample-data");
        }
        throw new BadInputException("The folder sample-data was not found at or above " + from
                + "; start in the product's folder or set DENSEPATH_HOME to it.");
    }
}
