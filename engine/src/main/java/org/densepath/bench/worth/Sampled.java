package org.densepath.bench.worth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One sample of a prompt, a line of `samples.jsonl`: whether a checker finds it right, Σ_t r̂_t, Σ_t log π_SFT,
/// and its number of tokens (the end token included).
public record Sampled(
        String key, int sample, String response, boolean cut, boolean right, double reward, double logp, int tokens) {
    public ObjectNode row() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("key", key).put("sample", sample).put("response", response);
        row.put("ended", cut ? "length" : "end").put("right", right);
        return row.put("return", reward).put("logp", logp).put("tokens", tokens);
    }

    public static Sampled of(JsonNode row) {
        return new Sampled(
                row.path("key").asText(),
                row.path("sample").asInt(),
                row.path("response").asText(),
                row.path("ended").asText().equals("length"),
                row.path("right").asBoolean(),
                row.path("return").asDouble(),
                row.path("logp").asDouble(),
                row.path("tokens").asInt());
    }
}
