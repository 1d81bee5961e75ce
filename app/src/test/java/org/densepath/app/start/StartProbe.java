package org.densepath.app.start;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Window;
import org.densepath.app.Launcher;

/// Starts the program as a person does, tells when its window has been drawn, and ends it.
public final class StartProbe {
    static final String TOLD = "first window after ms: ";

    private StartProbe() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("start-probe").start(StartProbe::watch);
        Launcher.main(arguments);
    }

    private static void watch() {
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
                        tell();
                        Platform.exit();
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

    private static void tell() {
        Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();
        System.out.println(TOLD + Duration.between(begun, Instant.now()).toMillis());
    }
}
