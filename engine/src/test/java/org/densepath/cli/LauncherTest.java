package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/densepath`, run as a person runs it.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path ROOT =
            Path.of(System.getProperty("densepath.root", "..")).toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private record Ended(int code, String output) {}

    private Ended run(Map<String, String> environment, Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    @Test
    void aLinkInAFolderWithBlanksRunsTheCheckout() throws Exception {
        Path checkout = Files.createSymbolicLink(folder.resolve("my checkout"), ROOT);
        Path link = Files.createSymbolicLink(
                folder.resolve("dense path"), checkout.resolve("packaging").resolve("densepath"));
        Ended version = run(Map.of("JAVA_HOME", System.getProperty("java.home")), link, "--version");
        assertEquals(0, version.code(), version.output());
        assertTrue(version.output().startsWith("densepath "), version.output());
    }

    @Test
    void exitCodesAndArgumentsWithBlanksGoThrough() throws Exception {
        Ended ended = run(
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                ROOT.resolve("packaging").resolve("densepath"),
                "score",
                "-m",
                "no such model");
        assertEquals(2, ended.code());
        assertTrue(ended.output().contains("'no such model'"), ended.output());
    }

    @Test
    void filesWithOtherLettersAreFoundWhereTheLocaleHasOnlyEnglishOnes() throws Exception {
        Path file = Files.writeString(folder.resolve("größe 模型.jsonl"), "{\"prompt\": \"a\", \"completion\": \"b\"}\n");
        Ended ended = run(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C"),
                ROOT.resolve("packaging").resolve("densepath"),
                "data",
                "check",
                file.toString());
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains("größe 模型.jsonl: 1 demonstrations"), ended.output());
    }

    @Test
    void aFolderThatIsNotBuiltSaysSo() throws Exception {
        Path packaging = Files.createDirectories(folder.resolve("un built").resolve("packaging"));
        Path copy = Files.copy(
                ROOT.resolve("packaging").resolve("densepath"),
                packaging.resolve("densepath"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Ended ended = run(Map.of(), copy, "--version");
        assertEquals(1, ended.code());
        assertTrue(ended.output().contains("not built"), ended.output());
    }
}
