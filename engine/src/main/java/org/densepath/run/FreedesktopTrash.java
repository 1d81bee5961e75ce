package org.densepath.run;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The trash of Linux desktops (freedesktop.org, Trash specification 1.0): a folder with `files/`, what was
/// thrown away, and `info/`, where each came from and when. File browsers show it and take back from it.
record FreedesktopTrash(Path folder) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /// The user's: `$XDG_DATA_HOME/Trash`, by default `~/.local/share/Trash`.
    static FreedesktopTrash ofUser() {
        String data = System.getenv("XDG_DATA_HOME");
        Path share = data == null || data.isBlank() || !Path.of(data).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return new FreedesktopTrash(share.resolve("Trash"));
    }

    /// Moves `thrown` here; empty when this trash cannot take it: it lies on another disk (a run is not copied to
    /// be thrown away), or this user may not write here.
    Optional<RunTrash.Trashed> move(Path thrown) throws IOException {
        Path note;
        try {
            Files.createDirectories(folder.resolve("files"));
            Files.createDirectories(folder.resolve("info"));
            note = noteOf(thrown);
        } catch (FileSystemException e) {
            return Optional.empty();
        }
        String name = note.getFileName().toString();
        Path place = folder.resolve("files").resolve(name.substring(0, name.length() - ".trashinfo".length()));
        try {
            Files.move(thrown, place, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(new RunTrash.Trashed(thrown, Optional.of(place), Optional.of(note)));
        } catch (AtomicMoveNotSupportedException e) {
            Files.deleteIfExists(note);
            return Optional.empty();
        } catch (IOException e) {
            Files.deleteIfExists(note);
            throw e;
        }
    }

    /// The note comes first: who makes the file has the name.
    private Path noteOf(Path thrown) throws IOException {
        String content =
                "[Trash Info]\nPath=" + encoded(thrown) + "\nDeletionDate=" + DATE.format(LocalDateTime.now()) + "\n";
        for (int number = 1; ; number++) {
            String name = number == 1 ? "" + thrown.getFileName() : thrown.getFileName() + "." + number;
            Path note = folder.resolve("info").resolve(name + ".trashinfo");
            if (Files.exists(folder.resolve("files").resolve(name))) {
                continue;
            }
            try {
                return Files.writeString(note, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    /// As the specification wants it: percent-encoded, the separators as they are.
    private static String encoded(Path path) {
        return URLEncoder.encode(path.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
