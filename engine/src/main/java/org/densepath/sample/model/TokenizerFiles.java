package org.densepath.sample.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.densepath.sample.model.BpeVocabulary.Merge;

/// A vocabulary as Hugging Face's `tokenizer.json` and `tokenizer_config.json`.
final class TokenizerFiles {
    private static final JsonMapper JSON = new JsonMapper();

    /// Adds the blank before each text itself and takes away one that is there, so that a prompt may come with or
    /// without it. Knows no system message.
    private static final String CHAT_TEMPLATE = """
        {%- for message in messages -%}
            {%- if message['role'] == 'user' -%}
                {{- '<|user|> ' + message['content'] | trim -}}
            {%- elif message['role'] == 'assistant' -%}
                {{- '<|assistant|> ' + message['content'] | trim + '<|end|>' -}}
            {%- else -%}
                {{- raise_exception('This model knows messages of the user and the assistant only.') -}}
            {%- endif -%}
        {%- endfor -%}
        {%- if add_generation_prompt -%}
            {{- '<|assistant|>' -}}
        {%- endif -%}
        """;

    private TokenizerFiles() {}

    /// The structure that the library `tokenizers` saves; merges as `left right`, which all its versions read.
    static ObjectNode tokenizer(BpeVocabulary vocabulary) {
        ObjectNode file = JSON.createObjectNode().put("version", "1.0");
        file.putNull("truncation").putNull("padding");
        addedTokens(file.putArray("added_tokens"));
        file.putNull("normalizer");
        ArrayNode cuts = file.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        ObjectNode split = cuts.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", BpeVocabulary.PIECES);
        split.put("behavior", "Isolated").put("invert", false);
        byteLevel(cuts.addObject(), false);
        file.putNull("post_processor");
        byteLevel(file.putObject("decoder"), true);
        model(file.putObject("model"), vocabulary);
        return file;
    }

    static ObjectNode tokenizerConfig(int contextLength) {
        ObjectNode config = JSON.createObjectNode()
                .put("tokenizer_class", "PreTrainedTokenizerFast")
                .put("model_max_length", contextLength)
                .put("clean_up_tokenization_spaces", false)
                .put("pad_token", SpecialToken.PAD.text())
                .put("eos_token", SpecialToken.END.text());
        config.putArray("additional_special_tokens")
                .add(SpecialToken.USER.text())
                .add(SpecialToken.ASSISTANT.text());
        return config.put("chat_template", CHAT_TEMPLATE.strip());
    }

    private static void addedTokens(ArrayNode tokens) {
        for (SpecialToken token : SpecialToken.values()) {
            tokens.addObject()
                    .put("id", token.id())
                    .put("content", token.text())
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
    }

    /// The decoder's two flags change nothing there; they are written as the library writes its own default.
    private static void byteLevel(ObjectNode node, boolean flags) {
        node.put("type", "ByteLevel")
                .put("add_prefix_space", flags)
                .put("trim_offsets", true)
                .put("use_regex", flags);
    }

    private static void model(ObjectNode model, BpeVocabulary vocabulary) {
        model.put("type", "BPE")
                .putNull("dropout")
                .putNull("unk_token")
                .putNull("continuing_subword_prefix")
                .putNull("end_of_word_suffix")
                .put("fuse_unk", false)
                .put("byte_fallback", false)
                .put("ignore_merges", false);
        ObjectNode ids = model.putObject("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.tokens().get(id), id);
        }
        ArrayNode merges = model.putArray("merges");
        for (Merge merge : vocabulary.merges()) {
            merges.add(merge.left() + " " + merge.right());
        }
    }
}
