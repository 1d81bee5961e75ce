import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// What of the jars goes into the image.
final class Jars {
    private static final Pattern NATIVE = Pattern.compile(
            "(?:libduckdb_java\\.so_|native/lib/|jnilib/)(linux|osx|windows|win)[-_](x86_64|amd64|aarch64|arm64|universal)");

    private Jars() {}

    /// All jars of a folder, for this system.
    static void copyForHere(Path jars, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(jars)) {
            for (Path jar : all.toList()) {
                copyOne(jar, to.resolve(jar.getFileName()));
            }
        }
    }

    /// A jar without the native libraries of other systems, which are a quarter of all bytes.
    private static void copyOne(Path jar, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.stream().noneMatch(entry -> isForeign(entry.getName()))) {
                Files.copy(jar, to, StandardCopyOption.COPY_ATTRIBUTES);
                return;
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (!isForeign(entry.getName())) {
                        ZipEntry copied = new ZipEntry(entry.getName());
                        copied.setTime(entry.getTime());
                        out.putNextEntry(copied);
                        try (InputStream in = zip.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                        out.closeEntry();
                    }
                }
            }
        }
    }

    /// Whether the entry is a native library of another system, as DuckDB and DJL name them.
    private static boolean isForeign(String entry) {
        Matcher named = NATIVE.matcher(entry);
        if (!named.lookingAt()) {
            return false;
        }
        String system = Installer.windows() ? "win" : Installer.mac() ? "osx" : "linux";
        boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
        String processor = arm ? "aarch64|arm64|universal" : "x86_64|amd64|universal";
        return !named.group(1).startsWith(system) || !named.group(2).matches(processor);
    }

    /// Each jar's own licence and notice files, a folder a jar.
    static void copyLicences(Path jars, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.list(jars)) {
            for (Path jar : all.filter(file -> file.toString().endsWith(".jar")).toList()) {
                String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    for (ZipEntry entry : zip.stream().filter(Jars::isLicence).toList()) {
                        Path to = folder.resolve(name).resolve(Path.of(entry.getName()).getFileName());
                        Files.createDirectories(to.getParent());
                        try (InputStream in = zip.getInputStream(entry)) {
                            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
            }
        }
    }

    private static boolean isLicence(ZipEntry entry) {
        return !entry.isDirectory()
                && entry.getName().toUpperCase(Locale.ROOT).matches("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*")
                && !entry.getName().endsWith(".class");
    }
}
