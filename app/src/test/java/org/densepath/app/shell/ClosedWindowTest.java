package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A closed window leaves nothing behind in the memory of the process.
@ExtendWith(ApplicationExtension.class)
class ClosedWindowTest {
    @TempDir
    Path home;

    @Test
    void aClosedWorkbenchIsForgotten() throws Exception {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "demo")) {
            run.whole();
        }
        WeakReference<Workbench> closed = openedAndClosed();

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            System.gc();
            return closed.refersTo(null);
        });
        assertTrue(closed.refersTo(null));
    }

    /// In a frame of its own, which holds nothing once it has returned.
    private WeakReference<Workbench> openedAndClosed() throws Exception {
        Stage[] stage = new Stage[1];
        Workbench workbench = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            Workbench made = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            made.appearance().appearance().subscribe(now -> Application.setUserAgentStylesheet(now.stylesheet()));
            stage[0] = new Stage();
            stage[0].setScene(new Scene(made.view(), 1000, 700));
            stage[0].show();
            made.start();
            return made;
        });
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> workbench.tokens().response().isPresent());
        for (Page page : workbench.pages().main()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> workbench.navigator().show(page.id()));
            WaitForAsyncUtils.waitForFxEvents();
        }
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage[0].close();
            workbench.close();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return new WeakReference<>(workbench);
    }
}
