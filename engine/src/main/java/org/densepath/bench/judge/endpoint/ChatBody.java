package org.densepath.bench.judge.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densepath.bench.judge.ask.JudgeReply;
import org.densepath.bench.judge.ask.JudgeRequest;

/// The JSON of a chat request and of its answer.
final class ChatBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// As AlpacaEval asks for.
    private static final int TOP = 5;

    private ChatBody() {}

    /// `limit`: what the endpoint calls the limit on a reply's tokens.
    static String of(String model, JudgeRequest request, String limit) {
        ObjectNode body = JSON.createObjectNode().put("model", model);
        request.messages().forEach(message -> body.withArray("messages")
                .addObject()
                .put("role", message.role())
                .put("content", message.content()));
        body.put("temperature", request.temperature()).put(limit, request.maxTokens());
        if (!request.labels().isEmpty()) {
            body.put("logprobs", true).put("top_logprobs", TOP);
        }
        return body.toString();
    }

    /// Empty where the text is no JSON object.
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /// The answer's reply; empty where it has none. Where it does not say how many tokens there were, they are
    /// guessed.
    static Optional<JudgeReply> reply(JsonNode answer, JudgeRequest request) {
        JsonNode choice = answer.path("choices").path(0);
        JsonNode content = choice.path("message").path("content");
        if (!choice.path("message").isObject() || !content.isTextual() && !content.isNull()) {
            return Optional.empty();
        }
        Map<String, Double> logp = new TreeMap<>();
        for (JsonNode top : choice.path("logprobs").path("content").path(0).path("top_logprobs")) {
            logp.put(top.path("token").asText(), top.path("logprob").asDouble(Double.NEGATIVE_INFINITY));
        }
        String text = content.isNull() ? "" : content.asText();
        JsonNode usage = answer.path("usage");
        return Optional.of(new JudgeReply(
                text,
                logp,
                usage.path("prompt_tokens").asInt(request.promptTokens()),
                usage.path("completion_tokens").asInt(Math.min(request.maxTokens(), text.length() / 4 + 1)),
                answer.path("model").asText()));
    }

    /// What an error answer says, in one short line; empty where it says nothing.
    static String complaint(String text) {
        JsonNode error = parse(text).map(body -> body.path("error")).orElse(JSON.missingNode());
        String said = error.isTextual() ? error.asText() : error.path("message").asText();
        String line = said.lines().findFirst().orElse("").strip();
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }

    /// `insufficient_quota`, or empty.
    static String code(String text) {
        return parse(text).map(body -> body.path("error").path("code").asText()).orElse("");
    }
}
