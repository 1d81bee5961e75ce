package org.densepath.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// Where the product's own data lies. A path `sample:model` in an experiment means the file `model` there.
public final class SampleHome {
    /// The property that an installed product sets to its own folder, which it may not write.
    public static final String PRODUCT = "densepath.product";

    private static final String PREFIX = "sample:";

    private SampleHome() {}

    static boolean isSample(String path) {
        return path.startsWith(PREFIX);
    }

    /// The path that an experiment's text means.
    public static Path resolve(String path) {
        return isSample(path) ? folder().resolve(path.substring(PREFIX.length())) : Path.of(path);
    }

    /// The folder `sample-data`: below that of the property [#PRODUCT], else below `densepath.home`, the variable
    /// DENSEPATH_HOME, or the working folder and those above it. Throws [BadInputException] when it is nowhere.
    public static Path folder() {
        String home = Stream.of(
                        System.getProperty(PRODUCT),
                        System.getProperty("densepath.home"),
                        System.getenv("DENSEPATH_HOME"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Path from = Path.of(home == null ? "" : home).toAbsolutePath();
        for (Path at = from; at != null; at = at.getParent()) {
            Path candidate = at.resolve("sample-data");
            if (Files.isDirectory(candidate.resolve("model"))) {
                return candidate;
            }
        }
        throw new BadInputException("The folder sample-data was not found at or above " + from
                + "; start in the product's folder or set DENSEPATH_HOME to it.");
    }
}
