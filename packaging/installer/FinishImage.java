import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finishes an app image of jpackage, before it is packed: natives of other systems go, and a start cache comes.
///
/// `java FinishImage.java IMAGE`; the image's folder of jars is `lib/app` (Linux), `app` (Windows) or `Contents/app`.
public final class FinishImage {
    private static final List<String> SYSTEMS = List.of("linux", "osx", "win");

    private FinishImage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path image = Path.of(arguments[0]);
        Path app = Stream.of("lib/app", "app", "Contents/app")
                .map(image::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        String os = System.getProperty("os.name").toLowerCase();
        String mine = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        try (Stream<Path> jars = Files.list(app)) {
            for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
                slim(jar, mine, arm);
            }
        }
        cache(image, app);
    }

    /// Takes DuckDB's and the tokenizer's natives of other systems out of the jar.
    private static void slim(Path jar, String mine, boolean arm) throws IOException {
        String name = jar.getFileName().toString();
        if (!name.startsWith("duckdb_jdbc") && !name.startsWith("tokenizers-")) {
            return;
        }
        try (FileSystem files = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path entry : all.filter(Files::isRegularFile).toList()) {
                String path = entry.toString();
                boolean isNative = path.contains("libduckdb_java") || path.startsWith("/native/lib/") && path.contains("/cpu/");
                boolean otherSystem = SYSTEMS.stream().filter(s -> !s.equals(mine)).anyMatch(s -> path.contains(s + "_") || path.contains(s + "-"));
                boolean otherProcessor = mine.equals("linux")
                        && (arm ? path.contains("amd64") || path.contains("x86_64") : path.contains("arm64") || path.contains("aarch64"));
                if (isNative && (otherSystem || otherProcessor)) {
                    Files.delete(entry);
                }
            }
        }
    }

    /// One start of the window leaves the cache behind.
    private static void cache(Path image, Path app) throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>();
        for (String line : Files.readAllLines(app.resolve("densepath-workbench.cfg"))) {
            if (line.startsWith("app.classpath=")) {
                jars.add(line.substring("app.classpath=".length()).replace("$APPDIR", app.toAbsolutePath().toString()));
            }
        }
        Path java = Stream.of("lib/runtime/bin/java", "runtime/bin/java.exe", "Contents/runtime/Contents/Home/bin/java")
                .map(image::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Path home = Files.createTempDirectory("densepath-start");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:AOTCacheOutput=" + app.resolve("densepath.aot"),
                        "-Duser.home=" + home,
                        "-Ddensepath.installed=" + app.toAbsolutePath(),
                        "-cp",
                        String.join(System.getProperty("path.separator"), jars),
                        "org.densepath.app.Launcher")
                .inheritIO()
                .start();
        // an orderly end, at which Java writes the cache; Windows knows none, and starts without a cache
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroy();
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Java did not end after the training run");
        }
    }
}
