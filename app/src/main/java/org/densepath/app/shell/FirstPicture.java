package org.densepath.app.shell;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Does on the window's thread, when the window has been drawn once, what it need not wait for.
///
/// @param scene the window's
record FirstPicture(Scene scene) implements Executor {
    /// By the third pulse the first is on the screen.
    private static final int DRAWN = 3;

    @Override
    public void execute(Runnable work) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private int pulses;

            @Override
            public void run() {
                if (++pulses == DRAWN) {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(work);
                }
                Platform.requestNextPulse();
            }
        });
        Platform.requestNextPulse();
    }
}
