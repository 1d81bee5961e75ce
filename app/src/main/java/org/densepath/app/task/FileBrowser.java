package org.densepath.app.task;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.densepath.BadInputException;

/// The system's file browser.
public final class FileBrowser {
    private FileBrowser() {}

    /// Shows a folder, or the folder that a file is in, with the file selected where the system can. Not for the
    /// window's thread. Throws [BadInputException] where there is no file browser.
    public static void reveal(Path path) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean file = !Files.isDirectory(path);
        Path folder = file ? path.toAbsolutePath().getParent() : path;
        try {
            if (system.contains("linux")) {
                // Java's own way needs a library of the desktop that is often not there.
                Process opens = start("xdg-open", folder.toString());
                if (opens.waitFor(5, TimeUnit.SECONDS) && opens.exitValue() != 0) {
                    throw none(folder, null);
                }
            } else if (file && system.contains("win")) {
                start("explorer", "/select," + path);
            } else if (file && system.contains("mac")) {
                start("open", "-R", path.toString());
            } else if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                Desktop.getDesktop().open(folder.toFile());
            } else {
                throw none(folder, null);
            }
        } catch (IOException e) {
            throw none(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BadInputException none(Path folder, Exception cause) {
        return new BadInputException("No file browser was found here; the folder is " + folder + ".", cause);
    }
}
