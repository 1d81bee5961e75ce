package org.densepath.app.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.densepath.app.Launcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the start of the process to the first window that is drawn, as `mvn -Prun` starts it, with and without an
/// AOT cache. A display must be there: run it under Xvfb.
@Tag("benchmark")
class StartBenchmark {
    private static final String TOLD = "first window after ms: ";
    private static final Path ROOT = Path.of(System.getProperty("densepath.root", ".."));
    private static final int RUNS = 5;

    @TempDir
    Path home;

    @Test
    void firstWindow() throws Exception {
        Path sample = Files.createSymbolicLink(
                home.resolve("sample-data"), ROOT.resolve("sample-data").toRealPath());
        System.out.println("over the sample run in " + sample.toRealPath().getFileName());
        String classPath = jars();
        Path cache = home.resolve("densepath.aot");
        System.out.println("training run: " + start(classPath, "-XX:AOTCacheOutput=" + cache) + " ms, cache of "
                + Files.size(cache) / 1_000_000 + " MB");
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            without.add(start(classPath));
            with.add(start(classPath, "-XX:AOTCache=" + cache));
        }
        System.out.println("without a cache, ms: " + without + ", median " + median(without));
        System.out.println("with a cache, ms: " + with + ", median " + median(with));
    }

    private long start(String classPath, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddensepath.home=" + home,
                "-Ddensepath.firstWindow=true",
                "-Dprism.order=sw"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-classpath", classPath, Launcher.class.getName()));
        Path output = home.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readAllLines(output).stream()
                .filter(line -> line.startsWith(TOLD))
                .mapToLong(line -> Long.parseLong(line.substring(TOLD.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no window; see " + text(output)));
    }

    /// The class path of this process, its folders as jars: a cache is made of jars only.
    private String jars() {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Files.isDirectory(Path.of(entry))) {
                // a cache is not made with an entry that is not there
                if (Files.exists(Path.of(entry))) {
                    jars.add(entry);
                }
                continue;
            }
            String jar = home.resolve(jars.size() + ".jar").toString();
            ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar, "-C", entry, ".");
            jars.add(jar);
        }
        return jars.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static long median(List<Long> times) {
        return times.stream().sorted(Comparator.naturalOrder()).toList().get(times.size() / 2);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
