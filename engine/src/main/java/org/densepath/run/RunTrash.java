package org.densepath.run;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.densepath.BadInputException;

/// Puts runs into the trash, from which they can be taken back; nothing is ever deleted. The trash is the
/// system's where it has one on the same disk ([FreedesktopTrash] on Linux, the desktop's on macOS and Windows),
/// else the folder `.trash` beside the run.
public final class RunTrash {
    /// The last resort's name; no list of runs shows it.
    public static final String BESIDE = ".trash";

    private final Optional<FreedesktopTrash> freedesktop;
    private final Predicate<Path> desktop;

    /// @param desktop moves a folder to the desktop's trash; false when there is none
    RunTrash(Optional<FreedesktopTrash> freedesktop, Predicate<Path> desktop) {
        this.freedesktop = freedesktop;
        this.desktop = desktop;
    }

    /// The trash of this system.
    public static RunTrash ofSystem() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return linux
                ? new RunTrash(Optional.of(FreedesktopTrash.ofUser()), _ -> false)
                : new RunTrash(Optional.empty(), RunTrash::moveByDesktop);
    }

    /// A freedesktop trash in this folder, on every system.
    public static RunTrash in(Path trash) {
        return new RunTrash(Optional.of(new FreedesktopTrash(trash)), _ -> false);
    }

    /// A folder in the trash.
    ///
    /// @param from where it was @param now where it lies; empty where the desktop keeps that to itself @param note
    /// what the trash knows of it, a file that goes when it is taken back
    public record Trashed(Path from, Optional<Path> now, Optional<Path> note) {
        /// Whether [RunTrash#restore] can bring it back.
        public boolean restorable() {
            return now.isPresent();
        }
    }

    /// Moves the folder of a run to the trash.
    ///
    /// Throws [BadInputException] while a worker writes it, [RunStorageException] when the disk refuses; the
    /// folder is then where it was.
    public Trashed move(Path run) {
        Path folder = run.toAbsolutePath().normalize();
        RunLock.holder(folder.resolve("lock")).ifPresent(holder -> {
            throw new BadInputException("A worker is writing " + folder.getFileName() + " (process "
                    + holder.processId() + "); stop it first, then move the run to the trash.");
        });
        try {
            Optional<Trashed> moved =
                    freedesktop.isPresent() ? freedesktop.get().move(folder) : Optional.empty();
            if (moved.isPresent()) {
                return moved.get();
            }
            if (desktop.test(folder)) {
                return new Trashed(folder, Optional.empty(), Optional.empty());
            }
            return beside(folder);
        } catch (IOException e) {
            throw RunStorageException.writing(folder, e);
        }
    }

    /// Takes it back to where it was.
    ///
    /// Throws [BadInputException] when something is there by now or the desktop alone can do it,
    /// [RunStorageException] when the disk refuses.
    public static void restore(Trashed trashed) {
        Path now = trashed.now()
                .orElseThrow(
                        () -> new BadInputException("Take " + trashed.from().getFileName()
                                + " back from the system's trash; only the system knows where it lies."));
        if (Files.exists(trashed.from())) {
            throw new BadInputException(
                    "There is a folder " + trashed.from() + " again; move that one away, then take this one back.");
        }
        try {
            Files.createDirectories(trashed.from().getParent());
            Files.move(now, trashed.from(), StandardCopyOption.ATOMIC_MOVE);
            if (trashed.note().isPresent()) {
                Files.deleteIfExists(trashed.note().get());
            }
        } catch (IOException e) {
            throw RunStorageException.writing(trashed.from(), e);
        }
    }

    private static Trashed beside(Path folder) throws IOException {
        Path trash = Files.createDirectories(folder.resolveSibling(BESIDE));
        for (int number = 1; ; number++) {
            Path place = trash.resolve(number == 1 ? "" + folder.getFileName() : folder.getFileName() + "." + number);
            if (!Files.exists(place)) {
                Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
                return new Trashed(folder, Optional.of(place), Optional.empty());
            }
        }
    }

    private static boolean moveByDesktop(Path folder) {
        return !GraphicsEnvironment.isHeadless()
                && Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.MOVE_TO_TRASH)
                && Desktop.getDesktop().moveToTrash(folder.toFile());
    }
}
