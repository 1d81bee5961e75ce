package org.densepath.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static boolean present(Map<String, String> properties, Map<String, String> environment) {
        return Display.present(properties::get, environment, () -> true);
    }

    @Test
    void linuxWithoutADisplayVariableHasNone() {
        assertFalse(present(Map.of("os.name", "Linux"), Map.of("DISPLAY", "")));
    }

    @Test
    void linuxWithEitherVariableHasOne() {
        assertTrue(present(Map.of("os.name", "Linux"), Map.of("DISPLAY", ":0")));
        assertTrue(present(Map.of("os.name", "Linux"), Map.of("WAYLAND_DISPLAY", "wayland-0")));
    }

    @Test
    void theHeadlessPlatformCountsAsADisplay() {
        assertTrue(present(Map.of("os.name", "Linux", "glass.platform", "Headless"), Map.of()));
    }

    @Test
    void aHeadlessJavaHasNone() {
        assertFalse(present(Map.of("os.name", "Mac OS X", "java.awt.headless", "true"), Map.of()));
    }

    @Test
    void otherSystemsAreAsked() {
        assertTrue(present(Map.of("os.name", "Windows 11"), Map.of()));
    }
}
