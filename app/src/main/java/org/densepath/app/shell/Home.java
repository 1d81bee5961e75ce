package org.densepath.app.shell;

import java.nio.file.Path;
import org.densepath.experiment.SampleHome;

/// The folder in which the product works: `runs` for what is made, and its `sample-data`, which an installed
/// product keeps elsewhere.
public final class Home {
    private Home() {}

    /// The property `densepath.home`, else the variable DENSEPATH_HOME, else the working folder; of an installed
    /// product `DensePath` in the person's own.
    public static Path folder() {
        String named = System.getProperty("densepath.home", System.getenv("DENSEPATH_HOME"));
        Path usual = System.getProperty(SampleHome.PRODUCT) == null
                ? Path.of("")
                : Path.of(System.getProperty("user.home")).resolve("DensePath");
        return (named == null ? usual : Path.of(named)).toAbsolutePath().normalize();
    }

    /// Makes an installed product's working folder. Where that cannot be, what is written later says so.
    public static void make() {
        if (System.getProperty(SampleHome.PRODUCT) != null) {
            folder().toFile().mkdirs();
        }
    }

    /// Where the product's own data lies.
    static Path product(Path home) {
        String installed = System.getProperty(SampleHome.PRODUCT);
        return installed == null ? home : Path.of(installed);
    }
}
