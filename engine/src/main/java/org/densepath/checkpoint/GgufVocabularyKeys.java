package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.BadInputException;

/// A BPE tokenizer, byte-level or of SentencePiece, and its chat template as GGUF metadata. The reverse of
/// [GgufTokenizer].
final class GgufVocabularyKeys {
    private static final int UNUSED = 5;

    private GgufVocabularyKeys() {}

    /// Puts nothing where the model has no tokenizer. `embedding` is the shape of the token embeddings, which may
    /// have more rows than there are tokens. Throws [BadInputException] for a tokenizer that GGUF could not hold
    /// as it is.
    static void put(GgufKeys keys, ModelFiles model, long[] embedding) {
        if (embedding == null) {
            throw new BadInputException("The model lacks 'model.embed_tokens.weight'; get it again.");
        }
        ends(keys, model);
        if (model.tokenizerJson().isEmpty()) {
            return;
        }
        ObjectNode settings = model.tokenizerConfig();
        JsonNode json =
                JsonFile.parseObject("tokenizer.json", model.tokenizerJson().get());
        String[] tokens = new String[Math.toIntExact(embedding[0])];
        Integer[] kinds = new Integer[tokens.length];
        Arrays.setAll(tokens, i -> "[PAD" + i + "]");
        Arrays.fill(kinds, UNUSED);
        json.path("model")
                .path("vocab")
                .properties()
                .forEach(e -> set(tokens, kinds, e.getValue().asInt(), e.getKey(), GgufVocabulary.NORMAL));
        json.path("added_tokens")
                .forEach(t -> set(
                        tokens,
                        kinds,
                        t.get("id").asInt(),
                        t.get("content").asText(),
                        t.path("special").asBoolean() ? GgufVocabulary.CONTROL : GgufVocabulary.USER_DEFINED));
        if (json.path("model").path("byte_fallback").asBoolean()) {
            SentencePieceKeys.put(keys, model.name(), json, tokens, kinds);
        } else {
            byteLevel(keys, model.name(), json, tokens, kinds);
        }
        keys.flag("tokenizer.ggml.add_bos_token", addsBos(json, settings));
        templates(keys, settings.path("chat_template"));
    }

    private static void byteLevel(GgufKeys keys, String model, JsonNode json, String[] tokens, Integer[] kinds) {
        PreTokenizer pre = PreTokenizer.like(json.path("pre_tokenizer"))
                .filter(p -> json.path("model").path("type").asText().equals("BPE"))
                .orElseThrow(() -> new BadInputException("The tokenizer of " + model
                        + " is not a byte-level or SentencePiece BPE of a kind that GGUF has a name for:"
                        + " export a folder."));
        keys.text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", pre.ggufName())
                .texts("tokenizer.ggml.tokens", List.of(tokens))
                .ints("tokenizer.ggml.token_type", List.of(kinds))
                .texts("tokenizer.ggml.merges", merges(json.path("model").path("merges")));
    }

    private static void set(String[] tokens, Integer[] kinds, int id, String text, int kind) {
        if (id < 0 || id >= tokens.length) {
            throw new BadInputException("The token '" + text + "' has the id " + id + ", but the model embeds only "
                    + tokens.length + " tokens: take the tokenizer that belongs to it.");
        }
        tokens[id] = text;
        kinds[id] = kind;
    }

    private static List<String> merges(JsonNode merges) {
        List<String> lines = new ArrayList<>();
        for (JsonNode merge : merges) {
            lines.add(
                    merge.isArray() ? merge.get(0).asText() + " " + merge.get(1).asText() : merge.asText());
        }
        return lines;
    }

    private static boolean addsBos(JsonNode json, ObjectNode settings) {
        boolean inTemplate = json.path("post_processor").findValues("single").stream()
                .anyMatch(single -> single.path(0).has("SpecialToken"));
        return settings.path("add_bos_token").asBoolean(inTemplate);
    }

    private static void templates(GgufKeys keys, JsonNode template) {
        if (template.isTextual()) {
            keys.text("tokenizer.chat_template", template.asText());
            return;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode named : template) {
            String name = named.path("name").asText();
            String text = named.path("template").asText();
            if (name.equals("default")) {
                keys.text("tokenizer.chat_template", text);
            } else {
                names.add(name);
                keys.text("tokenizer.chat_template." + name, text);
            }
        }
        if (!names.isEmpty()) {
            keys.texts("tokenizer.chat_templates", names);
        }
    }

    /// GGUF has places for three end tokens.
    private static void ends(GgufKeys keys, ModelFiles model) {
        ObjectNode config = model.config();
        for (String role : List.of("bos", "pad")) {
            JsonNode id = config.path(role + "_token_id");
            if (id.canConvertToInt() && id.asInt() >= 0) {
                keys.number("tokenizer.ggml." + (role.equals("pad") ? "padding" : role) + "_token_id", id.asInt());
            }
        }
        JsonNode ends = model.generationConfig().path("eos_token_id");
        ends = ends.isMissingNode() || ends.isNull() ? config.path("eos_token_id") : ends;
        List<String> places = List.of("eos", "eot", "eom");
        if (ends.size() > places.size()) {
            throw new BadInputException(
                    "The model has " + ends.size() + " end tokens, and GGUF holds three: export a folder.");
        }
        for (int i = 0; i < places.size(); i++) {
            JsonNode id = ends.isArray() ? ends.path(i) : i == 0 ? ends : ends.path("none");
            if (id.canConvertToInt()) {
                keys.number("tokenizer.ggml." + places.get(i) + "_token_id", id.asInt());
            }
        }
    }
}
