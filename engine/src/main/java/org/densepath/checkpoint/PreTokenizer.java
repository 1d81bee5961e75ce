package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// How a byte-level BPE model cuts text into pieces before merging, by GGUF's `tokenizer.ggml.pre`.
///
/// Sources: the models' own `tokenizer.json`, and llama.cpp `llama-vocab.cpp` for which names share a pattern.
enum PreTokenizer {
    GPT2(List.of("gpt-2", "gpt2", "default", ""), null, false, false),
    /// Every digit alone, then GPT-2's pattern.
    DIGITS(List.of("smollm", "starcoder", "refact", "command-r", "codeshell"), null, false, false),
    LLAMA3(
            List.of("llama-bpe", "llama3", "llama-v3", "falcon3"),
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
                    + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            true,
            true),
    QWEN2(
            List.of("qwen2", "deepseek-r1-qwen", "stablelm2"),
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
                    + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            false,
            false),
    TEKKEN(
            List.of("tekken"),
            "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
                    + "|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*"
                    + "|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            true,
            true);

    private final List<String> names;
    private final String pattern;
    private final boolean ignoresMerges;
    private final boolean addsBos;

    PreTokenizer(List<String> names, String pattern, boolean ignoresMerges, boolean addsBos) {
        this.names = names;
        this.pattern = pattern;
        this.ignoresMerges = ignoresMerges;
        this.addsBos = addsBos;
    }

    static Optional<PreTokenizer> of(String pre) {
        for (PreTokenizer kind : values()) {
            if (kind.names.contains(pre)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The kind that cuts as this `pre_tokenizer` of `tokenizer.json` does; empty for any other.
    static Optional<PreTokenizer> like(JsonNode written) {
        JsonNode cut = withoutOffsets(written);
        for (PreTokenizer kind : values()) {
            if (withoutOffsets(kind.json()).equals(cut)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// `trim_offsets` moves the places that are told of tokens, and not the tokens.
    private static JsonNode withoutOffsets(JsonNode written) {
        JsonNode copy = written.deepCopy();
        for (JsonNode holder : copy.findParents("trim_offsets")) {
            ((ObjectNode) holder).remove("trim_offsets");
        }
        return copy;
    }

    /// What GGUF calls it.
    String ggufName() {
        return names.getFirst();
    }

    /// Whether a piece that is a token as it stands is taken without merging.
    boolean ignoresMerges() {
        return ignoresMerges;
    }

    boolean addsBos() {
        return addsBos;
    }

    /// `normalizer` of `tokenizer.json`, or null.
    ObjectNode normalizer() {
        return this == QWEN2 ? JsonFile.JSON.createObjectNode().put("type", "NFC") : null;
    }

    /// `pre_tokenizer` of `tokenizer.json`.
    ObjectNode json() {
        if (this == GPT2) {
            return byteLevel(true);
        }
        ObjectNode sequence = JsonFile.JSON.createObjectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("pretokenizers");
        if (this == DIGITS) {
            steps.addObject().put("type", "Digits").put("individual_digits", true);
            steps.add(byteLevel(true));
            return sequence;
        }
        ObjectNode split = steps.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", pattern);
        split.put("behavior", "Isolated").put("invert", false);
        steps.add(byteLevel(false));
        return sequence;
    }

    /// GPT-2's stand-ins for bytes, with or without its pattern.
    static ObjectNode byteLevel(boolean withPattern) {
        return JsonFile.JSON
                .createObjectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", withPattern);
    }
}
