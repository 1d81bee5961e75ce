package org.densepath.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

/// The file that Java starts faster with (`-XX:AOTCache`). It fits only the jars that it was made of: once one of
/// them is newer it is thrown away, so that the next start makes another.
final class StartCache {
    private StartCache() {}

    /// @param cache may not be there @param classPath as Java was given it
    /// @return whether it was thrown away
    static boolean forgetOld(Path cache, String classPath) {
        try {
            if (!Files.isRegularFile(cache)) {
                return false;
            }
            FileTime made = Files.getLastModifiedTime(cache);
            boolean old = Arrays.stream(classPath.split(File.pathSeparator))
                    .anyMatch(jar -> new File(jar).lastModified() > made.toMillis());
            return old && Files.deleteIfExists(cache);
        } catch (IOException e) {
            // in use elsewhere: then the next start tries again
            return false;
        }
    }
}
