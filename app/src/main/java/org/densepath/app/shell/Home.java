package org.densepath.app.shell;

import java.nio.file.Path;

/// The folder in which the product lives and works: its `sample-data`, and `runs` for what is made.
public final class Home {
    private Home() {}

    /// The property `densepath.home`, else the variable DENSEPATH_HOME, else the working folder.
    public static Path folder() {
        String variable = System.getenv("DENSEPATH_HOME");
        return Path.of(System.getProperty("densepath.home", variable == null ? "" : variable))
                .toAbsolutePath()
                .normalize();
    }
}
