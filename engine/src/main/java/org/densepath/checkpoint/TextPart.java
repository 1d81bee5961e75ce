package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;

/// The text part of a Gemma 3 that also sees pictures: its `text_config` as a model's own, and the weights of its
/// language model under the names they have in a model of text alone. The vision tower and the projector are left
/// out.
///
/// Published folders spell the prefix `language_model.model.`, those that newer versions of Transformers write
/// `model.language_model.`.
final class TextPart implements WeightFile {
    private static final String KEY = "text_config";
    private static final List<String> TOKENS = List.of("bos_token_id", "eos_token_id", "pad_token_id");
    private static final Map<String, String> PREFIXES = Map.of(
            "language_model.model.", "model.",
            "model.language_model.", "model.",
            "language_model.lm_head.", "lm_head.");

    private final WeightFile whole;
    private final Map<String, String> nameThere = new LinkedHashMap<>();
    private final Map<String, WeightInfo> weights = new LinkedHashMap<>();

    /// Throws [BadInputException] where `whole` holds no weights of a language model.
    TextPart(String name, WeightFile whole) {
        this.whole = whole;
        whole.weights().forEach((there, info) -> ownName(there).ifPresent(own -> {
            nameThere.put(own, there);
            weights.put(own, info);
        }));
        if (weights.isEmpty()) {
            throw new BadInputException(name + ": config.json has a " + KEY
                    + ", but no weight's name begins with 'language_model.model.' or 'model.language_model.'.");
        }
    }

    /// Whether a `config.json` is that of a Gemma 3 with a vision part.
    static boolean isPartOf(ObjectNode config) {
        return config.path("model_type").asText().equals("gemma3")
                && config.path(KEY).isObject();
    }

    /// The text part's own `config.json`; token ids that it does not name are the whole model's.
    static ObjectNode config(ObjectNode whole) {
        ObjectNode text = ((ObjectNode) whole.get(KEY)).deepCopy();
        text.put("model_type", "gemma3_text");
        for (String key : TOKENS) {
            if (!text.hasNonNull(key) && whole.hasNonNull(key)) {
                text.set(key, whole.get(key));
            }
        }
        text.remove("architectures");
        CausalModel.className("gemma3_text").ifPresent(text.putArray("architectures")::add);
        return text;
    }

    private static Optional<String> ownName(String there) {
        if (there.equals("lm_head.weight")) {
            return Optional.of(there);
        }
        return PREFIXES.entrySet().stream()
                .filter(prefix -> there.startsWith(prefix.getKey()))
                .map(prefix ->
                        prefix.getValue() + there.substring(prefix.getKey().length()))
                .findFirst();
    }

    /// What is left out, in one sentence.
    String notice(String name) {
        return name + " also sees pictures: its text part is loaded, and the " + leftOut()
                + " weights of its vision part are left out.";
    }

    private int leftOut() {
        return whole.weights().size() - weights.size();
    }

    @Override
    public Map<String, WeightInfo> weights() {
        return Collections.unmodifiableMap(weights);
    }

    @Override
    public void read(String name, FloatBuffer target) {
        whole.read(nameThere.getOrDefault(name, name), target);
    }

    @Override
    public void close() {
        whole.close();
    }
}
