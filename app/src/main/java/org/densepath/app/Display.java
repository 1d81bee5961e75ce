package org.densepath.app;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Whether there is a screen to open a window on.
final class Display {
    private Display() {}

    /// @param properties the system's properties @param environment its variables @param otherwise asked where neither
    /// tells (macOS, Windows)
    static boolean present(
            Function<String, String> properties,
            Map<String, String> environment,
            java.util.function.BooleanSupplier otherwise) {
        if ("headless".equalsIgnoreCase(properties.apply("glass.platform"))) {
            return true;
        }
        if (Boolean.parseBoolean(properties.apply("java.awt.headless"))) {
            return false;
        }
        String system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
        if (system.contains("linux")) {
            return has(environment, "DISPLAY") || has(environment, "WAYLAND_DISPLAY");
        }
        return otherwise.getAsBoolean();
    }

    private static boolean has(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
