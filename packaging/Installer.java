import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the product's image with its own runtime, and of it the system's package: `java packaging/Installer.java
/// VERSION BUILT PRODUCT OUTPUT`. BUILT holds `app-VERSION.jar` and, in `jars/`, all that it needs; PRODUCT is the
/// project's folder; `densepath-workbench/` and the package go to OUTPUT. `mvn -Pinstaller` calls it.
final class Installer {
    private static final String NAME = "densepath-workbench";
    private static final String MAIN = "org.densepath.app.Launcher";

    /// What the jars ask for (`jdeps --print-module-deps`), and what is asked for by name at run time: ciphers of
    /// https, archives as file systems, further character sets and languages.
    private static final String MODULES = "java.base,java.compiler,java.desktop,java.instrument,java.management,"
            + "java.naming,java.net.http,java.prefs,java.scripting,java.security.jgss,java.sql,java.xml,"
            + "jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported,"
            + "jdk.unsupported.desktop,jdk.xml.dom,jdk.zipfs";

    private static final List<String> JAVA_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xlog:disable",
            "-XX:AOTCache=$APPDIR/densepath.aot",
            "-Ddensepath.product=$APPDIR");

    private final String version;
    private final Path built;
    private final Path jars;
    private final Path product;
    private final Path output;
    private final Path image;

    private Installer(String version, Path built, Path product, Path output) {
        this.version = version;
        this.built = built;
        this.jars = built.resolve("jars");
        this.product = product;
        this.output = output;
        this.image = output.resolve(NAME);
    }

    public static void main(String[] arguments) throws Exception {
        Installer installer = new Installer(
                arguments[0],
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Path.of(arguments[3]));
        installer.image();
        installer.startCache();
        installer.sizes();
        installer.packageOf();
    }

    private void image() throws Exception {
        delete(output);
        Files.createDirectories(output);
        Path input = output.resolve("input");
        Jars.copyForHere(jars, input);
        String main = "app-" + version + ".jar";
        Files.copy(built.resolve(main), input.resolve(main), StandardCopyOption.COPY_ATTRIBUTES);
        copy(product.resolve("sample-data"), input.resolve("sample-data"));
        Path licences = input.resolve("licences");
        Jars.copyLicences(jars, licences);
        copy(built.resolve("generated-sources/license"), licences);
        Path icons = output.resolve("icons");
        Icons.main(new String[] {icons.toString()});
        List<String> options = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", NAME,
                "--app-version", version,
                "--description", "See where credit goes in a language model",
                "--vendor", "DensePath",
                "--input", input.toString(),
                "--main-jar", main,
                "--main-class", MAIN,
                "--icon", icons.resolve("densepath." + (windows() ? "ico" : mac() ? "icns" : "png")).toString(),
                "--add-modules", MODULES,
                // java itself stays: workers are started with it
                "--jlink-options", "--strip-debug --no-man-pages --no-header-files --compress=zip-6",
                "--dest", output.toString()));
        JAVA_OPTIONS.forEach(option -> options.addAll(List.of("--java-options", option)));
        jpackage(options);
        if (!windows() && !mac()) {
            Path command = image.resolve("bin/densepath");
            Files.copy(product.resolve("packaging/densepath"), command, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        delete(input);
    }

    /// Starts the image once, without a screen, and keeps what Java has learnt. It fits the image's own jars only,
    /// in the order of its class path.
    private void startCache() throws Exception {
        Path lib = windows() ? image : mac() ? image.resolve("Contents") : image.resolve("lib");
        Path app = lib.resolve("app");
        Path cfg = app.resolve(NAME + ".cfg");
        String classPath = Files.readAllLines(cfg).stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", app.toString()))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Path work = Files.createDirectories(output.resolve("home"));
        List<String> command = new ArrayList<>(
                List.of(lib.resolve("runtime/bin/java").toString(), "-XX:AOTCacheOutput=" + app.resolve("densepath.aot")));
        JAVA_OPTIONS.stream()
                .filter(option -> !option.startsWith("-XX:AOT"))
                .map(option -> option.replace("$APPDIR", app.toString()))
                .forEach(command::add);
        boolean screen = System.getenv("DISPLAY") != null || windows() || mac();
        if (!screen) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of(
                "-Ddensepath.firstWindow=true", "-Ddensepath.home=" + work, "-classpath", classPath, MAIN));
        run(command);
        delete(work);
    }

    private void sizes() throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(image, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.isRegularFile() ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }
        });
        System.out.printf(Locale.ROOT, "image: %s, %.0f MB%n", image, bytes[0] / 1e6);
    }

    private void packageOf() throws Exception {
        if (windows() || mac()) {
            jpackage(List.of(
                    "--type", windows() ? "msi" : "dmg",
                    "--name", NAME,
                    "--app-version", version,
                    "--app-image", image.toString(),
                    "--dest", output.toString()));
            return;
        }
        jpackage(List.of(
                "--type", "deb",
                "--name", NAME,
                "--app-version", version,
                "--description", "See where credit goes in a language model",
                "--vendor", "DensePath",
                "--app-image", image.toString(),
                "--resource-dir", product.resolve("packaging/linux").toString(),
                "--install-dir", "/opt",
                "--linux-package-name", NAME,
                "--linux-deb-maintainer", "densepath@localhost",
                "--linux-app-category", "science",
                // JavaFX loads it by name, where jpackage does not look
                "--linux-package-deps", "libgtk-3-0t64 | libgtk-3-0",
                "--linux-menu-group", "Science",
                "--linux-shortcut",
                "--dest", output.toString()));
    }

    private static void jpackage(List<String> options) {
        int code = ToolProvider.findFirst("jpackage")
                .orElseThrow(() -> new IllegalStateException("this Java has no jpackage; use a JDK"))
                .run(System.out, System.err, options.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("jpackage ended with " + code + " for " + options);
        }
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not end: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + command);
        }
    }

    static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    static boolean mac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
