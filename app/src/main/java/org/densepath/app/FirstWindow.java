package org.densepath.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Window;

/// Tells how long the program took from the start of its process until its first window was drawn, and ends it:
/// to make a start cache (`-XX:AOTCacheOutput`) without a person, and to measure what it brings.
final class FirstWindow {
    /// The system property that asks for it.
    static final String PROPERTY = "densepath.firstWindow";

    private FirstWindow() {}

    static void watch() {
        Thread.ofPlatform().daemon().name("first-window").start(FirstWindow::await);
    }

    private static void await() {
        try {
            while (shown().isEmpty()) {
                Thread.sleep(2);
            }
            Platform.runLater(() -> shown().getFirst().getScene().addPostLayoutPulseListener(new Runnable() {
                private int pulses;

                @Override
                public void run() {
                    // by the second pulse the first is on the screen
                    if (++pulses == 2) {
                        Instant begun =
                                ProcessHandle.current().info().startInstant().orElseThrow();
                        System.out.println("first window after ms: "
                                + Duration.between(begun, Instant.now()).toMillis());
                        // what is made after the first picture belongs into a start cache as well
                        PauseTransition rest = new PauseTransition(javafx.util.Duration.seconds(2));
                        rest.setOnFinished(_ -> Platform.exit());
                        rest.play();
                    }
                    Platform.requestNextPulse();
                }
            }));
            Platform.requestNextPulse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Window> shown() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .toList();
    }
}
