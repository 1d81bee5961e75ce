package org.densepath.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A large file is read in a process of its own whose whole heap is a few times the file.
class LargeFileTest {
    private static final int MEBIBYTES = 16;

    @TempDir
    Path folder;

    /// One text alone on its line is the worst: the parser holds it as characters and as two copies of the text.
    @ParameterizedTest
    @CsvSource({"40, 4", "400, 4", "16000000, 8"})
    void readFitsIntoAFewTimesTheFile(int answer, int heapPerFile) throws Exception {
        Path file = folder.resolve("rows.jsonl");
        int rows = write(file, answer);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx" + heapPerFile * MEBIBYTES + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFileTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertEquals("" + rows, new String(process.getInputStream().readAllBytes(), UTF_8).strip());
    }

    private static int write(Path file, int answer) throws IOException {
        String row = "{\"prompt\": \"Question\", \"completion\": \"" + "a".repeat(answer) + "\"}\n";
        int rows = Math.max(1, (MEBIBYTES << 20) / row.length());
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < rows; i++) {
                out.write(row);
            }
        }
        return rows;
    }

    public static void main(String[] args) {
        System.out.println(
                DemonstrationReader.read(Path.of(args[0])).demonstrations().size());
    }
}
