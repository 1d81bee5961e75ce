package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A GGUF file as a model: its metadata told in Hugging Face's files.
public final class GgufModel implements ModelFiles {
    private static final List<String> ROLES = List.of("bos", "eos", "unknown", "padding");
    private static final List<String> ROLE_KEYS = List.of("bos_token", "eos_token", "unk_token", "pad_token");

    private final String name;
    private final GgufFile weights;
    private final ObjectNode config;
    private final ObjectNode generationConfig;
    private final Optional<GgufVocabulary> vocabulary;

    private GgufModel(String name, String file, GgufFile weights) {
        this.name = name;
        this.weights = weights;
        GgufConfig made = new GgufConfig(file, weights);
        config = made.config();
        generationConfig = made.generationConfig();
        vocabulary = GgufVocabulary.of(file, weights.metadata());
    }

    /// Throws [org.densepath.BadInputException] when the file is missing, damaged or of a kind that is not read.
    public static GgufModel open(Path file) {
        GgufFile weights = GgufFile.open(file);
        try {
            return new GgufModel(file.getFileName().toString(), file.toString(), weights);
        } catch (RuntimeException e) {
            weights.close();
            throw e;
        }
    }

    /// A file whose bytes lie in memory already, for tests of many small files.
    static GgufModel of(String file, MemorySegment bytes) {
        return new GgufModel(file, file, new GgufFile(file, bytes, () -> {}));
    }

    @Override
    public String name() {
        return name;
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
        return vocabulary.map(v -> new GgufTokenizer(v).json());
    }

    @Override
    public ObjectNode tokenizerConfig() {
        ObjectNode made = JsonFile.JSON.createObjectNode();
        vocabulary.ifPresent(v -> {
            made.put("tokenizer_class", "PreTrainedTokenizerFast");
            made.put("add_bos_token", v.addsBos()).put("add_eos_token", v.addsEos());
            for (int i = 0; i < ROLES.size(); i++) {
                String key = ROLE_KEYS.get(i);
                v.idOf(ROLES.get(i)).ifPresent(id -> made.put(key, v.tokens().get(id)));
            }
            made.put("clean_up_tokenization_spaces", false);
            made.set("model_max_length", config.get("max_position_embeddings"));
        });
        chatTemplates(made);
        return made;
    }

    /// One template is text; where there are named ones, a list as Hugging Face writes it.
    private void chatTemplates(ObjectNode made) {
        GgufMetadata metadata = weights.metadata();
        Optional<String> template = metadata.text("tokenizer.chat_template");
        Optional<GgufArray> names = metadata.list("tokenizer.chat_templates");
        if (names.isEmpty()) {
            template.ifPresent(text -> made.put("chat_template", text));
            return;
        }
        ArrayNode named = made.putArray("chat_template");
        template.ifPresent(text -> named.addObject().put("name", "default").put("template", text));
        for (String each : names.get().texts()) {
            metadata.text("tokenizer.chat_template." + each)
                    .ifPresent(text -> named.addObject().put("name", each).put("template", text));
        }
    }

    @Override
    public void close() {
        weights.close();
    }
}
