package org.densepath.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which the product lives and works: its `sample-data`, and `runs` for what is made.
public final class Home {
    private Home() {}

    /// The property `densepath.home`, else the variable DENSEPATH_HOME, else `DensePath` in the user's folder
    /// where the program is installed (the property `densepath.installed`), else the working folder.
    public static Path folder() {
        String variable = System.getenv("DENSEPATH_HOME");
        String installed = System.getProperty("densepath.installed");
        if (installed != null && variable == null && System.getProperty("densepath.home") == null) {
            return ofUser(Path.of(System.getProperty("user.home"), "DensePath"), Path.of(installed));
        }
        return Path.of(System.getProperty("densepath.home", variable == null ? "" : variable))
                .toAbsolutePath()
                .normalize();
    }

    /// The folder with a link to the installed samples; made at the first start.
    static Path ofUser(Path home, Path installed) {
        Path sample = home.resolve("sample-data");
        try {
            Files.createDirectories(home);
            // the link of an older version may lead nowhere
            if (!Files.exists(sample)) {
                Files.deleteIfExists(sample);
                Files.createSymbolicLink(sample, installed.resolve("sample-data"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // without links (Windows) only the sample run is missing from the window
            return home;
        }
        return home;
    }
}
