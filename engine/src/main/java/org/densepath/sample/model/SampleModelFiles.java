package org.densepath.sample.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The sample model's folder, but for its weights: `config.json`, `generation_config.json`, `tokenizer.json`,
/// `tokenizer_config.json`.
public final class SampleModelFiles {
    private static final JsonMapper JSON = new JsonMapper();

    private SampleModelFiles() {}

    /// Writes the four files into the folder, which is made when it is not there. Existing files are left as they
    /// are and [java.nio.file.FileAlreadyExistsException] is thrown.
    public static void write(Path folder, BpeVocabulary vocabulary, LlamaShape shape) throws IOException {
        if (shape.vocabulary() != vocabulary.size()) {
            throw new IllegalArgumentException(
                    "a model of " + shape.vocabulary() + " tokens with a vocabulary of " + vocabulary.size());
        }
        Files.createDirectories(folder);
        write(folder.resolve("config.json"), shape.config());
        write(folder.resolve("generation_config.json"), shape.generationConfig());
        write(folder.resolve("tokenizer.json"), TokenizerFiles.tokenizer(vocabulary));
        write(folder.resolve("tokenizer_config.json"), TokenizerFiles.tokenizerConfig(LlamaShape.CONTEXT_LENGTH));
    }

    private static void write(Path file, ObjectNode content) throws IOException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }
}
