package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What holds for every command, and `doctor`.
class DensePathTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandHasADescriptionAndExamples() {
        check(DensePath.commandLine(Streams.ofProcess()));
    }

    private static void check(CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        String name = command.getCommandSpec().qualifiedName();
        assertTrue(usage.description().length > 0, name + " has no description");
        assertTrue(String.join("\n", usage.footer()).contains("densepath "), name + " has no example");
        for (Map.Entry<String, CommandLine> below : command.getSubcommands().entrySet()) {
            check(below.getValue());
        }
    }

    @Test
    void helpIsShownOfEveryCommand() {
        for (List<String> command : List.of(List.of("score"), List.of("data", "convert"), List.of("doctor"))) {
            String[] arguments = new ArrayList<>(command).toArray(String[]::new);
            String[] asked = Arrays.copyOf(arguments, arguments.length + 1);
            asked[arguments.length] = "--help";
            CommandRun run = CommandRun.of("", asked);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().contains("Examples:"), run.out());
        }
    }

    @Test
    void aRunWhoseFilesAreMissingIsRefusedBeforeItHasAFolder(@TempDir Path folder) {
        Path runs = folder.resolve("runs");
        CommandRun run = CommandRun.of(
                "",
                "run",
                "demo",
                "--runs",
                runs.toString(),
                "--set",
                "model.path=" + SmallModels.golden(),
                "--set",
                "data.heldOut=" + folder.resolve("gone.jsonl"));
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().startsWith("data.heldOut: there is no file "), run.err());
        assertFalse(Files.exists(runs));
    }

    @Test
    void versionIsTheBuilds() {
        String version = CommandRun.of("", "--version").out();
        assertTrue(version.matches("(?s)densepath \\d+\\.\\d+\\.\\d+.*"), version);
    }

    @Test
    void argumentsThatAreNotUnderstoodEndWithCodeTwo() {
        assertTrue(CommandRun.of("", "scor").err().contains("score"));
        assertEquals(2, CommandRun.of("", "scor").code());
        assertEquals(2, CommandRun.of("").code());
        assertEquals(2, CommandRun.of("", "data").code());
        assertEquals(2, CommandRun.of("", "score").code());
        assertEquals(
                2, CommandRun.of("", "score", "-m", "x", "--threads", "many").code());
        assertTrue(CommandRun.of("", "score").err().contains("densepath score --help"));
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        String script = CommandRun.of("", "completion").out();
        assertTrue(script.contains("--reference") && script.contains("tokenize"), script);
    }

    @Test
    void doctorFindsTheLibraries() {
        CommandRun run = CommandRun.of("", "doctor", "--json", "--device", "cpu");
        assertEquals(0, run.code(), run.out());
        JsonNode found = CommandRun.json(run.out());
        assertTrue(found.get("works").asBoolean());
        assertTrue(found.at("/torch/value").asText().startsWith("torch "));
        assertTrue(found.at("/duckdb/value").asText().startsWith("v"));
        assertTrue(CommandRun.of("", "doctor").out().contains("tokenizers  loaded"));
    }

    @Test
    void aTorchThatIsNotThereIsRefusedAndForgotten() {
        CommandRun run = CommandRun.of("", "score", "-m", SmallModels.golden(), "--torch", folder.toString());
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().startsWith("There is no PyTorch at " + folder), run.err());
        assertTrue(
                CommandRun.of("", "doctor", "--torch", folder.toString()).out().contains("FAILS  torch"));
        assertEquals(0, CommandRun.of("", "doctor").code());
    }

    @Test
    void doctorSaysWhatFails() {
        CommandRun run = CommandRun.of("", "doctor", "--device", "cuda:77");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("FAILS  device"), run.out());
    }

    @Test
    void doctorTriesTheDevice() {
        CommandRun run = CommandRun.of("", "doctor", "--self-test", "--device", "cpu", "--json");
        assertEquals(0, run.code(), run.out() + run.err());
        JsonNode tried = CommandRun.json(run.out()).get("selfTest");
        assertEquals(6, tried.size());
        tried.forEach(check -> assertTrue(check.get("holds").asBoolean(), check.toString()));
        String model = SmallModels.golden();
        assertTrue(CommandRun.of("", "doctor", "--self-test", "-m", model).out().contains("ok  first step of AdamW"));
        assertEquals(2, CommandRun.of("", "doctor", "-m", model).code());
        assertEquals(
                2, CommandRun.of("", "doctor", "--self-test", "--identities").code());
    }

    @Test
    void doctorMeasuresTheIdentitiesOnAModelThatReadsNoText() {
        String half = SmallModels.golden(folder.resolve("half"), "training/sft_half.safetensors")
                .toString();
        CommandRun run = CommandRun.of("", "doctor", "--identities", "-m", SmallModels.golden(), "-r", half, "--json");
        assertEquals(0, run.code(), run.out());
        JsonNode found = CommandRun.json(run.out());
        assertEquals(4, found.get("model").size());
        found.get("model").forEach(check -> assertTrue(check.get("holds").asBoolean(), check.toString()));
        assertTrue(found.get("tabular").size() >= 7);
    }

    @Test
    void doctorMeasuresTheIdentitiesOnGivenRows() throws Exception {
        String rows = "{\"ids\": [1, 2, 3, 4], \"promptLength\": 2}\n";
        CommandRun run = CommandRun.of(rows, "doctor", "--identities", "-m", SmallModels.golden(), "-i", "-", "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(2, CommandRun.json(run.out()).at("/model/0/cases").asInt());
        CommandRun wrong = CommandRun.of("{}", "doctor", "--identities", "-m", SmallModels.golden(), "-i", "-");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().startsWith("Line 1"), wrong.err());
    }

    @Test
    void doctorMeasuresTheIdentitiesOnTextsOfItsOwn() {
        String model = SmallModels.reading(folder.resolve("small"), 1).toString();
        CommandRun run = CommandRun.of("", "doctor", "--identities", "-m", model);
        assertEquals(0, run.code(), run.out() + run.err());
        assertFalse(run.out().contains("FAILS"), run.out());
    }
}
