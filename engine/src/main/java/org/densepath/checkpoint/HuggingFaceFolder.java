package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;

/// A model folder in Hugging Face's layout: `config.json`, weights in one safetensors file or several, and where
/// it has them a tokenizer and a chat template. Of a model that also sees pictures it is the text part.
public final class HuggingFaceFolder implements ModelFiles {
    private static final List<String> SPECIAL_TOKENS = List.of("bos_token", "eos_token", "unk_token", "pad_token");

    private final Path folder;
    private final ObjectNode config;
    private final ObjectNode generationConfig;
    private final ObjectNode tokenizerConfig;
    private final Optional<String> tokenizerJson;
    private final WeightFile weights;
    private final List<String> notices;

    private HuggingFaceFolder(Path folder) {
        this.folder = folder;
        ObjectNode written = JsonFile.readObject(folder.resolve("config.json"));
        generationConfig = objectOrEmpty("generation_config.json");
        tokenizerConfig = objectOrEmpty("tokenizer_config.json");
        tokenizerJson = text("tokenizer.json");
        addSpecialTokens();
        addChatTemplates();
        WeightFile all = openWeights();
        if (TextPart.isPartOf(written)) {
            TextPart text = new TextPart(name(), all);
            config = TextPart.config(written);
            weights = text;
            notices = List.of(text.notice(name()));
        } else {
            config = written;
            weights = all;
            notices = List.of();
        }
    }

    /// Throws [BadInputException] when the folder lacks `config.json` or weights, or one of its files is damaged.
    public static HuggingFaceFolder open(Path folder) {
        return new HuggingFaceFolder(folder);
    }

    private ObjectNode objectOrEmpty(String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? JsonFile.readObject(file) : JsonFile.JSON.createObjectNode();
    }

    private Optional<String> text(String name) {
        return Files.exists(folder.resolve(name)) ? Optional.of(readText(folder.resolve(name))) : Optional.empty();
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException(file + " is not readable as UTF-8 text (" + e.getMessage() + ").", e);
        }
    }

    /// Older folders name the special tokens in `special_tokens_map.json` only.
    private void addSpecialTokens() {
        ObjectNode map = objectOrEmpty("special_tokens_map.json");
        for (String role : SPECIAL_TOKENS) {
            JsonNode token = map.get(role);
            if (token != null && !tokenizerConfig.has(role)) {
                tokenizerConfig.set(role, token);
            }
        }
    }

    /// Newer folders keep templates in files of their own, which win over `tokenizer_config.json`.
    private void addChatTemplates() {
        Optional<String> single = text("chat_template.jinja");
        List<Path> named = templates(folder.resolve("additional_chat_templates"));
        if (named.isEmpty()) {
            single.ifPresent(template -> tokenizerConfig.put("chat_template", template));
            return;
        }
        ArrayNode all = JsonFile.JSON.createArrayNode();
        single.ifPresent(text -> all.addObject().put("name", "default").put("template", text));
        for (Path file : named) {
            String fileName = file.getFileName().toString();
            String name = fileName.substring(0, fileName.length() - ".jinja".length());
            all.addObject().put("name", name).put("template", readText(file));
        }
        tokenizerConfig.set("chat_template", all);
    }

    private static List<Path> templates(Path folder) {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jinja")) {
                stream.forEach(files::add);
            } catch (IOException e) {
                throw new BadInputException(folder + " cannot be read (" + e.getMessage() + ").", e);
            }
        }
        files.sort(null);
        return files;
    }

    private WeightFile openWeights() {
        Path single = folder.resolve("model.safetensors");
        if (Files.exists(single)) {
            return SafetensorsFile.open(single);
        }
        Path index = folder.resolve("model.safetensors.index.json");
        if (Files.exists(index)) {
            return ShardedSafetensors.open(index);
        }
        boolean pickled = Files.exists(folder.resolve("pytorch_model.bin"))
                || Files.exists(folder.resolve("pytorch_model.bin.index.json"));
        throw new BadInputException(folder + " has neither model.safetensors nor model.safetensors.index.json"
                + (pickled
                        ? "; its pytorch_model.bin is not read: save it from transformers with safetensors."
                        : ": add the weights."));
    }

    @Override
    public String name() {
        // the real path: a link or '.' should be called by what it points to
        try {
            return folder.toRealPath().getFileName().toString();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize().getFileName().toString();
        }
    }

    @Override
    public ObjectNode config() {
        return config.deepCopy();
    }

    @Override
    public ObjectNode generationConfig() {
        return generationConfig.deepCopy();
    }

    @Override
    public WeightFile weights() {
        return weights;
    }

    @Override
    public Optional<String> tokenizerJson() {
        return tokenizerJson;
    }

    @Override
    public ObjectNode tokenizerConfig() {
        return tokenizerConfig.deepCopy();
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public void close() {
        weights.close();
    }
}
