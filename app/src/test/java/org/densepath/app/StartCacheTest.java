package org.densepath.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    @TempDir
    Path folder;

    @Test
    void onlyACacheThatIsOlderThanAJarIsForgotten() throws IOException {
        Path cache = file("densepath.aot", 20);
        Path older = file("older.jar", 10);
        Path newer = file("newer.jar", 30);

        assertFalse(StartCache.forgetOld(cache, older.toString()));
        assertTrue(Files.exists(cache));
        assertTrue(StartCache.forgetOld(cache, older + File.pathSeparator + newer));
        assertFalse(Files.exists(cache));
        assertFalse(StartCache.forgetOld(cache, newer.toString()));
    }

    private Path file(String name, int second) throws IOException {
        Path file = Files.writeString(folder.resolve(name), name);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * second));
        return file;
    }
}
