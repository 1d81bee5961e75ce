package org.densepath.app;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import javafx.application.Application;
import org.densepath.app.settings.Preferences;
import org.densepath.app.shell.Home;
import org.densepath.app.shell.WorkbenchApplication;
import org.densepath.cli.DensePath;

/// Where the program begins: the window where there is a screen, else the demo in the terminal.
///
/// Not an [Application] itself: from a class path Java refuses to start one whose modules are not named.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        String cache = System.getProperty("densepath.aot", "");
        if (!cache.isEmpty()) {
            StartCache.forgetOld(Path.of(cache), System.getProperty("java.class.path"));
        }
        if (Boolean.getBoolean(FirstWindow.PROPERTY)) {
            FirstWindow.watch();
        }
        Home.make();
        if (Display.present(System::getProperty, System.getenv(), () -> !GraphicsEnvironment.isHeadless())) {
            Preferences.loadEarly();
            try {
                Application.launch(WorkbenchApplication.class, arguments);
                return;
            } catch (UnsupportedOperationException e) {
                // a variable that names a screen which is not there
                System.out.println(e.getMessage() + ".");
            }
        }
        System.out.println("There is no display, so the demo runs here in the terminal.");
        DensePath.main(
                new String[] {"demo", "--runs", Home.folder().resolve("runs").toString()});
    }
}
