package org.densepath.text;

import java.util.Objects;

/// One turn of a conversation. `role` is `system`, `user`, `assistant` or what a model's template knows besides.
public record Message(String role, String content) {
    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(content, "content");
    }

    public static Message user(String content) {
        return new Message("user", content);
    }
}
