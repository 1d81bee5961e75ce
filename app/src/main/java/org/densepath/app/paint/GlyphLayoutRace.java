package org.densepath.app.paint;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps JavaFX's shared text shaper for ever, so that every layout makes one of its own.
///
/// On Linux, JavaFX 26 gives the shared shaper back before it frees its strings. Text on a canvas is laid out on
/// the renderer's thread, so two threads can then free each other's strings, and the process aborts. See
/// `docs/decisions/0011-text-on-two-threads.md`.
final class GlyphLayoutRace {
    private static final Logger LOG = LoggerFactory.getLogger(GlyphLayoutRace.class);

    private GlyphLayoutRace() {}

    /// Must be called before text is drawn on a canvas.
    static void avoid() {
        try {
            Class<?> shapers = Class.forName("com.sun.javafx.text.GlyphLayoutManager");
            Field field = shapers.getDeclaredField("REUSABLE_INSTANCE");
            field.setAccessible(true);
            Object shared = field.get(null);
            Method take = shapers.getMethod("getInstance");
            while (take.invoke(null) != shared) {
                // another thread has it, for some microseconds
                Thread.onSpinWait();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("this JavaFX has no shared text shaper", e);
        }
    }
}
