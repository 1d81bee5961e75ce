package org.densepath.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A machine as provenance names it: operating system, processor, its number of cores.
public record Machine(String system, String processor, int cores) {
    private static final Path LINUX_PROCESSOR = Path.of("/proc/cpuinfo");

    /// The machine this runs on.
    public static Machine here() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
        return new Machine(system, processorHere(), Runtime.getRuntime().availableProcessors());
    }

    private static String processorHere() {
        String architecture = System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(LINUX_PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", architecture);
        }
    }
}
