package org.densepath.app.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;
import org.densepath.paint.font.Typeface;

/// The figures' fonts, made known to JavaFX.
final class FigureFonts {
    private static final Map<Typeface, String> LOADED = new EnumMap<>(Typeface.class);

    private FigureFonts() {}

    /// The family's name, after its files were loaded.
    static synchronized String family(Typeface typeface) {
        return LOADED.computeIfAbsent(typeface, FigureFonts::load);
    }

    private static String load(Typeface typeface) {
        Font regular = null;
        for (boolean bold : new boolean[] {true, false}) {
            try (InputStream in = typeface.file(bold).open()) {
                regular = Font.loadFont(in, 12);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return regular == null ? Font.getDefault().getFamily() : regular.getFamily();
    }
}
