package org.densepath.app.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows a file in the system's file manager.
final class Reveal {
    private static final Logger LOG = LoggerFactory.getLogger(Reveal.class);

    private Reveal() {}

    static void show(Path path) {
        Thread.ofPlatform().daemon().name("reveal").start(() -> {
            try {
                new ProcessBuilder(command(System.getProperty("os.name", ""), path))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                LOG.warn("{} cannot be shown in a file manager", path, e);
            }
        });
    }

    private static List<String> command(String system, Path path) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return List.of("explorer", Files.isDirectory(path) ? path.toString() : "/select," + path);
        }
        if (name.contains("mac")) {
            return List.of("open", "-R", path.toString());
        }
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        return List.of("xdg-open", folder.toString());
    }
}
