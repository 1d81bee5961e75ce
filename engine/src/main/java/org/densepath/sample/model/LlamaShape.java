package org.densepath.sample.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The sizes of a Llama-type decoder with a tied embedding.
public record LlamaShape(int vocabulary, int width, int layers, int heads, int keyValueHeads, int feedForward) {
    private static final JsonMapper JSON = new JsonMapper();

    /// The longest sequence the configuration promises; prompts and answers of this world are below 100 tokens.
    public static final int CONTEXT_LENGTH = 256;

    public LlamaShape {
        if (vocabulary < 1 || layers < 1 || feedForward < 1) {
            throw new IllegalArgumentException("a model without tokens, layers or a feed-forward part");
        }
        if (heads < 1 || width % (2 * heads) != 0) {
            throw new IllegalArgumentException(width + " cannot be shared by " + heads + " heads of even size");
        }
        if (keyValueHeads < 1 || heads % keyValueHeads != 0) {
            throw new IllegalArgumentException(heads + " heads cannot share " + keyValueHeads + " key-value heads");
        }
    }

    /// The sample model's shape: width 128, 4 layers, 4 heads, 2 of them with keys and values, feed-forward 384.
    public static LlamaShape sample(int vocabulary) {
        return new LlamaShape(vocabulary, 128, 4, 4, 2, 384);
    }

    public int headSize() {
        return width / heads;
    }

    /// `config.json`.
    ObjectNode config() {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("architectures").add("LlamaForCausalLM");
        return config.put("model_type", "llama")
                .put("vocab_size", vocabulary)
                .put("hidden_size", width)
                .put("intermediate_size", feedForward)
                .put("num_hidden_layers", layers)
                .put("num_attention_heads", heads)
                .put("num_key_value_heads", keyValueHeads)
                .put("head_dim", headSize())
                .put("hidden_act", "silu")
                .put("max_position_embeddings", CONTEXT_LENGTH)
                .put("rms_norm_eps", 1e-5)
                .put("rope_theta", 10000.0)
                .put("attention_bias", false)
                .put("mlp_bias", false)
                .put("tie_word_embeddings", true)
                .putNull("bos_token_id")
                .put("eos_token_id", SpecialToken.END.id())
                .put("pad_token_id", SpecialToken.PAD.id())
                .put("torch_dtype", "float32");
    }

    /// `generation_config.json`.
    ObjectNode generationConfig() {
        return JSON.createObjectNode()
                .putNull("bos_token_id")
                .put("eos_token_id", SpecialToken.END.id())
                .put("pad_token_id", SpecialToken.PAD.id());
    }
}
