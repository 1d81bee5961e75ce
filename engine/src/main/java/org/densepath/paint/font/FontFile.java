package org.densepath.paint.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A font as a file, opened when it is first used.
public final class FontFile {
    /// Opens the file's bytes.
    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Optional<Content> content;
    private Font font;

    private FontFile(String name, Optional<Content> content) {
        this.name = name;
        this.content = content;
    }

    static FontFile shipped(String name) {
        String resource = "/net/sf/jasperreports/fonts/dejavu/" + name + ".ttf";
        return new FontFile(name, Optional.of(() -> FontFile.class.getResourceAsStream(resource)));
    }

    static FontFile installed(Path file) {
        return new FontFile(file.toString(), Optional.of(() -> Files.newInputStream(file)));
    }

    /// Java's own choice among the system's fonts: it shows what it can, and lies in no single file.
    static FontFile logical() {
        return new FontFile(Font.SANS_SERIF, Optional.empty());
    }

    /// Tells it from other fonts.
    public String name() {
        return name;
    }

    /// Whether [#open] gives a file that another document may hold.
    public boolean isFile() {
        return content.isPresent();
    }

    public InputStream open() throws IOException {
        return content.orElseThrow().open();
    }

    /// As Java draws it, 1 unit large. A collection's first font.
    public synchronized Font font() {
        if (font == null) {
            font = content.isEmpty() ? new Font(Font.SANS_SERIF, Font.PLAIN, 1) : load(content.get());
        }
        return font;
    }

    private Font load(Content file) {
        try (InputStream in = file.open()) {
            return Font.createFonts(in)[0];
        } catch (FontFormatException e) {
            throw new UncheckedIOException(name + " is not a font", new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
