package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks a Python that has Transformers and PEFT. Tests that do are skipped where `-Ddensepath.peers.python` names
/// none.
final class PythonPeer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PythonPeer() {}

    /// Runs `script` with the name of a file that holds `question` as JSON; its lines are JSON, too.
    static List<JsonNode> answers(Path folder, String script, Object question) throws Exception {
        String python = System.getProperty("densepath.peers.python", "");
        assumeTrue(
                !python.isEmpty() && Files.isExecutable(Path.of(python)),
                "skipped: name a Python with transformers and peft by -Ddensepath.peers.python");
        Path asked = folder.resolve("asked.json");
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        JSON.writeValue(asked.toFile(), question);
        Process process = new ProcessBuilder(python, "-c", script, asked.toString())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "Python took too long");
        assertEquals(0, process.exitValue(), Files.readString(errors));
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }
}
