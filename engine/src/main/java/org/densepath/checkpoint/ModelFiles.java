package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;

/// A model as it lies on disk, opened but not loaded: a Hugging Face folder, a GGUF file, or a snapshot folder.
/// Both kinds speak Hugging Face's names.
public interface ModelFiles extends AutoCloseable {
    /// Opens a folder with `config.json`, a LoRA adapter's folder with the model that it names, or a file that
    /// begins with `GGUF`. Throws [BadInputException], which says what was looked for, for anything else.
    static ModelFiles open(Path path) {
        if (Files.isDirectory(path)) {
            if (Files.isRegularFile(path.resolve("config.json"))) {
                return HuggingFaceFolder.open(path);
            }
            if (AdapterConfig.isIn(path)) {
                return AdapterFolder.open(path);
            }
            throw new BadInputException(path + " is a folder without config.json: name a Hugging Face model folder"
                    + " (config.json, model.safetensors) or a GGUF file.");
        }
        if (!Files.exists(path)) {
            throw new BadInputException(path + " does not exist: name a Hugging Face model folder or a GGUF file.");
        }
        if (beginsWithGguf(path)) {
            return GgufModel.open(path);
        }
        throw new BadInputException(
                path + " is a file that does not begin with 'GGUF': name a Hugging Face model folder"
                        + " (config.json, model.safetensors) or a GGUF file.");
    }

    private static boolean beginsWithGguf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), "GGUF".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /// What a person calls it: the folder's or the file's name.
    String name();

    /// `config.json`; for GGUF the same keys, made from its metadata (`model_type`, `hidden_size`,
    /// `num_attention_heads`, `rope_theta`, …).
    ObjectNode config();

    /// `generation_config.json`, or an empty object.
    ObjectNode generationConfig();

    /// The weights by Hugging Face parameter name (`model.layers.0.self_attn.q_proj.weight`).
    WeightFile weights();

    /// The text of `tokenizer.json`; for GGUF one made from its metadata. Empty where the model has none (a bare
    /// test model).
    Optional<String> tokenizerJson();

    /// `tokenizer_config.json`, or for GGUF its keys made from metadata (`bos_token`, `eos_token`,
    /// `chat_template`, …); empty object when absent.
    ObjectNode tokenizerConfig();

    /// What of the model is left out, for the person who chose it, a sentence each.
    default List<String> notices() {
        return List.of();
    }

    @Override
    void close();
}
