package org.densepath.paint.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's font files, searched for characters that the shipped fonts lack.
final class SystemFonts {
    /// What is installed here. Looked through once, when it is first needed.
    static final SystemFonts INSTALLED = new SystemFonts(folders());

    private static final FontFile LAST = FontFile.logical();
    private static final int DEPTH = 6;
    /// Fonts that hold many scripts, tried before the others.
    private static final List<String> BROAD = List.of(
            "notosanscjk",
            "notosanssc",
            "notosansjp",
            "droidsansfallback",
            "wqy",
            "msyh",
            "yugoth",
            "malgun",
            "arial unicode",
            "hiragino",
            "pingfang",
            "simsun",
            "unifont",
            "symbola",
            "seguisym",
            "noto",
            "freesans");

    private final List<Path> folders;
    private final Map<String, FontFile> known = new HashMap<>();
    private List<FontFile> files;

    SystemFonts(List<Path> folders) {
        this.folders = folders;
    }

    /// A font that shows `text`; Java's own choice when no file does.
    synchronized FontFile showing(String text) {
        return known.computeIfAbsent(text, t -> {
            for (FontFile file : files()) {
                if (shows(file, t)) {
                    return file;
                }
            }
            return LAST;
        });
    }

    private static boolean shows(FontFile file, String text) {
        try {
            return file.font().canDisplayUpTo(text) < 0;
        } catch (UncheckedIOException e) {
            // a spoiled file among the system's is none of the figure's business
            return false;
        }
    }

    private List<FontFile> files() {
        if (files == null) {
            List<Path> found = new ArrayList<>();
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
                        all.filter(SystemFonts::isFont).forEach(found::add);
                    } catch (IOException | UncheckedIOException e) {
                        // a folder that may not be read holds no font for us
                        continue;
                    }
                }
            }
            found.sort(Comparator.comparingInt(SystemFonts::rank).thenComparing(Path::toString));
            files = found.stream().map(FontFile::installed).toList();
        }
        return files;
    }

    private static boolean isFont(Path file) {
        String name = name(file);
        return (name.endsWith(".ttf") || name.endsWith(".ttc") || name.endsWith(".otf")) && Files.isRegularFile(file);
    }

    private static int rank(Path file) {
        String name = name(file);
        for (int i = 0; i < BROAD.size(); i++) {
            if (name.contains(BROAD.get(i))) {
                return name.contains("bold") || name.contains("serif") ? 2 * i + 1 : 2 * i;
            }
        }
        return 2 * BROAD.size();
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static List<Path> folders() {
        Path home = Path.of(System.getProperty("user.home", "."));
        List<Path> folders = new ArrayList<>(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(".fonts"),
                home.resolve(".local/share/fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("/Library/Fonts"),
                home.resolve("Library/Fonts")));
        String windows = System.getenv("WINDIR");
        if (windows != null) {
            folders.add(Path.of(windows, "Fonts"));
        }
        return folders;
    }
}
