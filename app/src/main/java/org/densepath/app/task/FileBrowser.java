package org.densepath.app.runs;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.densepath.BadInputException;

/// The system's file browser.
public final class FileBrowser {
    private FileBrowser() {}

    /// Shows `folder`. Not for the window's thread. Throws [BadInputException] where there is no file browser.
    public static void reveal(Path folder) {
        try {
            if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
                // Java's own way needs a library of the desktop that is often not there.
                Process opens = new ProcessBuilder("xdg-open", folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (opens.waitFor(5, TimeUnit.SECONDS) && opens.exitValue() != 0) {
                    throw none(folder, null);
                }
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

    private static BadInputException none(Path folder, Exception cause) {
        return new BadInputException("No file browser was found here; the folder is " + folder + ".", cause);
    }
}
