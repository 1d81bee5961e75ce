package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// Writes a model folder that Hugging Face's `transformers` opens, and that [HuggingFaceFolder] opens again. The
/// folder appears whole or not at all.
public final class SnapshotWriter {
    private SnapshotWriter() {}

    /// Writes `weights` with everything else taken from `like`, in one file.
    ///
    /// Throws [BadInputException] when the folder exists or a value is too large for `type`,
    /// [UncheckedIOException] when the disk refuses.
    public static void write(Path folder, ModelFiles like, WeightSource weights, StoredType type) {
        write(folder, like, weights, type, Long.MAX_VALUE);
    }

    /// As above, in several files where the weights need more than `maxBytes`.
    public static void write(Path folder, ModelFiles like, WeightSource weights, StoredType type, long maxBytes) {
        if (Files.exists(folder)) {
            throw new BadInputException(folder + " exists already and is not overwritten: choose another name.");
        }
        Path whole = folder.toAbsolutePath();
        Path temporary = whole.resolveSibling(
                whole.getFileName() + ".tmp-" + UUID.randomUUID().toString().substring(0, 8));
        try {
            Files.createDirectories(temporary);
            writeFiles(temporary, like, weights, type, maxBytes);
            DurableFile.move(temporary, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be written: " + e.getMessage(), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /// Writes a model's files into a folder that is there: for folders that hold more than a model and are made
    /// whole by the caller.
    public static void fill(Path folder, ModelFiles like, WeightSource weights, StoredType type) {
        writeFiles(folder, like, weights, type, Long.MAX_VALUE);
    }

    private static void writeFiles(Path folder, ModelFiles like, WeightSource weights, StoredType type, long maxBytes) {
        SafetensorsWriter.writeModel(folder, weights, type, maxBytes);
        DurableFile.write(folder.resolve("config.json"), JsonFile.pretty(config(like.config(), type)));
        write(folder.resolve("generation_config.json"), like.generationConfig());
        write(folder.resolve("tokenizer_config.json"), like.tokenizerConfig());
        like.tokenizerJson()
                .ifPresent(json ->
                        DurableFile.write(folder.resolve("tokenizer.json"), json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(Path file, ObjectNode object) {
        if (!object.isEmpty()) {
            DurableFile.write(file, JsonFile.pretty(object));
        }
    }

    /// `dtype` is what newer versions of transformers read, `torch_dtype` what older ones do.
    private static ObjectNode config(ObjectNode config, StoredType type) {
        if (!config.has("architectures")) {
            CausalModel.className(config.path("model_type").asText())
                    .ifPresent(name -> config.putArray("architectures").add(name));
        }
        config.put("dtype", type.torchName());
        config.put("torch_dtype", type.torchName());
        // what was quantised when it was read is not when it is written
        config.remove("quantization_config");
        return config;
    }

    private static void deleteQuietly(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            return;
        }
    }
}
