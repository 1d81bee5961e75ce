package org.densepath.app.shell;

import java.nio.file.Path;

/// Where things are below the home folder.
///
/// @param home see [Home]
record HomePlaces(Path home) {
    Path runs() {
        return home.resolve("runs");
    }

    /// The finished run that comes with the product.
    Path sample() {
        return Home.product(home).resolve("sample-data").resolve("run");
    }

    /// Where the person's choices are kept.
    Path choices() {
        return home.resolve(".densepath").resolve("preferences.json");
    }
}
