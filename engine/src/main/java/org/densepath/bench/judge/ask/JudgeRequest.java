package org.densepath.bench.judge.ask;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.densepath.text.Message;

/// What a judge is asked. `maxTokens`: its reply is cut after so many. `labels`: empty, or the two labels of
/// which it answers one, whose log-probabilities are wanted. `repeat`: from 0, tells the same question asked
/// again.
public record JudgeRequest(List<Message> messages, double temperature, int maxTokens, List<String> labels, int repeat) {
    public JudgeRequest {
        messages = List.copyOf(messages);
        labels = List.copyOf(labels);
        if (labels.size() != 0 && labels.size() != 2) {
            throw new IllegalArgumentException(labels.size() + " labels");
        }
    }

    /// SHA-256 of all that the reply depends on: `judge` (what answers) and everything here.
    public String key(String judge) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("judge", judge).put("temperature", temperature).put("maxTokens", maxTokens);
        labels.forEach(all.withArray("labels")::add);
        all.put("repeat", repeat);
        messages.forEach(message -> all.withArray("messages")
                .addObject()
                .put("role", message.role())
                .put("content", message.content()));
        try {
            byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The prompt's length in tokens, guessed: a token for four bytes, and four for each message's frame.
    public int promptTokens() {
        return messages.stream()
                .mapToInt(m -> m.content().getBytes(StandardCharsets.UTF_8).length / 4 + 4)
                .sum();
    }
}
