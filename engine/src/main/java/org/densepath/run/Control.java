package org.densepath.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Requests to a worker, as files in the run's `control/` folder: anyone may ask with `touch control/stop`.
public final class Control {
    private final Path folder;
    private final Path stop;
    private final Path abort;

    /// What a worker may be asked.
    public enum Request {
        /// Finish this step, keep all, end.
        STOP,
        /// End now; the last checkpoint is what remains.
        ABORT;

        private String fileName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Control(Path folder) {
        this.folder = folder;
        this.stop = folder.resolve(Request.STOP.fileName());
        this.abort = folder.resolve(Request.ABORT.fileName());
    }

    /// Asks the worker. Throws [RunStorageException] when the folder cannot be written.
    public void request(Request request) {
        Path file = folder.resolve(request.fileName());
        try {
            Files.createDirectories(folder);
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
    }

    /// What is asked now; abort goes before stop. Two looks at the file system, a few microseconds: for every
    /// token.
    public Optional<Request> poll() {
        if (Files.exists(abort)) {
            return Optional.of(Request.ABORT);
        }
        return Files.exists(stop) ? Optional.of(Request.STOP) : Optional.empty();
    }

    /// Forgets old requests: a worker's first act.
    public void clear() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(stop);
            Files.deleteIfExists(abort);
        } catch (IOException e) {
            throw RunStorageException.writing(folder, e);
        }
    }
}
