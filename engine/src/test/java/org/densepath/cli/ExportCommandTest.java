package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `densepath export` writes, and what it refuses.
class ExportCommandTest {
    private static final Path MODEL = Golden.path("models/llama-tied");
    private static final String SAMPLE = Path.of(System.getProperty("densepath.root", ".."), "sample-data/model")
            .toString();

    @TempDir
    Path folder;

    @Test
    void aFolderInPiecesScoresAsTheModel() throws IOException {
        Path out = folder.resolve("pieces");
        CommandRun run = export(MODEL.toString(), out, "--shard-size", "50KB");
        assertEquals(0, run.code(), run.err());
        try (Stream<Path> files = Files.list(out)) {
            assertTrue(files.filter(f -> f.toString().endsWith(".safetensors")).count() > 1);
        }
        assertArrayEquals(scores(MODEL), scores(out));
    }

    /// The sample's tokenizer has a rule of its own, which no name in GGUF stands for.
    @Test
    void whatGgufCannotHoldIsRefusedAndNothingIsLeft() {
        Path out = folder.resolve("sample.gguf");
        CommandRun run = export(SAMPLE, out);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("tokenizer"), run.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void aTypeOfTheOtherFormatIsRefused() {
        assertTrue(
                export(SAMPLE, folder.resolve("a.gguf"), "--type", "bf16").err().contains("f16 or q8_0"));
        assertTrue(export(SAMPLE, folder.resolve("a"), "--type", "q8_0").err().contains(".gguf"));
        assertTrue(
                export(SAMPLE, folder.resolve("a"), "--shard-size", "5").err().contains("5GB"));
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws IOException {
        Path out = Files.createDirectory(folder.resolve("there"));
        Files.writeString(out.resolve("mine"), "x");
        assertEquals(2, export(MODEL.toString(), out).code());
        assertEquals("x", Files.readString(out.resolve("mine")));
    }

    private static CommandRun export(String model, Path out, String... more) {
        String[] arguments = {"export", model, "-o", out.toString()};
        return CommandRun.of(
                "", Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }

    private static float[] scores(Path path) {
        try (Torch torch = Torch.cpu(1);
                ModelFiles files = ModelFiles.open(path);
                LanguageModel model = LanguageModel.load(torch, files)) {
            return Golden.scores(model, "llama-tied");
        }
    }
}
