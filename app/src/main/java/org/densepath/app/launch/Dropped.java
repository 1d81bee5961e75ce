package org.densepath.app.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.densepath.checkpoint.AdapterConfig;

/// What a file or folder that is dropped on the form seems to be, by its name and what lies in it.
enum Dropped {
    MODEL,
    DATA,
    /// an experiment file, or a run's folder
    EXPERIMENT,
    OTHER;

    static Dropped of(Path path) {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve("config.json")) || AdapterConfig.isIn(path)
                    ? MODEL
                    : Files.isRegularFile(path.resolve("experiment.json")) ? EXPERIMENT : OTHER;
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gguf")) {
            return MODEL;
        }
        if (name.equals("experiment.json")) {
            return EXPERIMENT;
        }
        return name.endsWith(".jsonl") || name.endsWith(".json") || name.endsWith(".parquet") ? DATA : OTHER;
    }

    /// The experiment file that a dropped experiment or run folder means.
    static Path experiment(Path path) {
        return Files.isDirectory(path) ? path.resolve("experiment.json") : path;
    }
}
