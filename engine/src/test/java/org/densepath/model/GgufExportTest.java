package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.densepath.BadInputException;
import org.densepath.checkpoint.GgufEncoding;
import org.densepath.checkpoint.GgufWriter;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written as GGUF scores, opened again, as its folder does, in every family.
class GgufExportTest {
    private static final String SCRIPT = """
        import sys
        from gguf import GGUFReader
        from gguf.quants import dequantize
        reader = GGUFReader(sys.argv[1])
        tensor = next(t for t in reader.tensors if t.name == "blk.0.ffn_down.weight")
        print(reader.fields["general.architecture"].contents(), tensor.tensor_type.name, len(reader.tensors))
        print(*(float(x) for x in dequantize(tensor.data, tensor.tensor_type).ravel()[:64]))
        """;

    private static Torch torch;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void everyFamilyScoresAsItsFolder(String name) {
        Path original = original(name);
        assertScores(name, original, GgufEncoding.F16);
        assertScores(name, original, GgufEncoding.Q8_0);
    }

    @Test
    void whatGgufCannotSayIsRefused() {
        try (ModelFiles files = ModelFiles.open(Golden.path("models/gemma3"))) {
            Path out = folder.resolve("m.gguf");
            String message = assertThrows(
                            BadInputException.class,
                            () -> GgufWriter.write(out, files, WeightSource.of(files.weights()), GgufEncoding.F16))
                    .getMessage();
            assertTrue(message.contains("query_pre_attn_scalar"), message);
            assertFalse(Files.exists(out));
        }
    }

    @Test
    void ggufForPythonReadsTheSameValues() throws Exception {
        String python = System.getProperty("densepath.peers.python", "");
        assumeTrue(
                !python.isEmpty() && Files.isExecutable(Path.of(python)),
                "skipped: name a Python with gguf by -Ddensepath.peers.python");
        Path file = written("mistral", Golden.path("models/mistral"), GgufEncoding.Q8_0);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(python, "-c", SCRIPT, file.toString())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "Python took too long");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err")));
        try (ModelFiles again = ModelFiles.open(file)) {
            var lines = Files.readAllLines(out);
            assertEquals("llama Q8_0 " + again.weights().weights().size(), lines.getFirst());
            String weight = "model.layers.0.mlp.down_proj.weight";
            FloatBuffer values = FloatBuffer.allocate(
                    (int) again.weights().weights().get(weight).size());
            again.weights().read(weight, values);
            String[] theirs = lines.get(1).split(" ");
            for (int i = 0; i < theirs.length; i++) {
                assertEquals(Float.parseFloat(theirs[i]), values.get(i));
            }
        }
    }

    /// llama.cpp keeps Gemma's scale of the scores in its program.
    private Path original(String name) {
        if (!name.startsWith("gemma3")) {
            return Golden.path("models/" + name);
        }
        return Golden.variant(
                folder,
                name,
                c -> c.put("query_pre_attn_scalar", c.path("head_dim").asInt()));
    }

    /// The golden model with its matrices rounded here is what the file must score as.
    private void assertScores(String name, Path original, GgufEncoding encoding) {
        Path file = written(name, original, encoding);
        Path rounded = folder.resolve(name + "-rounded-" + encoding);
        try (ModelFiles files = ModelFiles.open(original)) {
            SnapshotWriter.write(rounded, files, RoundedWeights.of(files.weights(), encoding), StoredType.F32);
        }
        try (LanguageModel expected = Golden.model(torch, rounded);
                LanguageModel actual = Golden.model(torch, file)) {
            assertArrayEquals(Golden.scores(expected, name), Golden.scores(actual, name), 1e-4f, name + " " + encoding);
        }
    }

    private Path written(String name, Path original, GgufEncoding encoding) {
        Path file = folder.resolve(name + "-" + encoding + ".gguf");
        try (ModelFiles files = ModelFiles.open(original)) {
            GgufWriter.write(file, files, WeightSource.of(files.weights()), encoding);
        }
        return file;
    }
}
