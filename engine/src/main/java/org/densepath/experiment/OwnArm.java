package org.densepath.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/// An arm of the user's own: the built-in arm `like` under another `name`, with settings changed over the shared
/// ones and over that arm's (`{"dpr.learningRate": 5e-5}`).
public record OwnArm(String name, String like, Map<String, JsonNode> set) {
    private static final Set<String> KEYS = Set.of("name", "like", "set");

    public OwnArm {
        name = name == null ? "" : name;
        like = like == null ? "" : like;
        set = set == null ? Map.of() : set;
    }

    /// Whether `value` is a list of such objects.
    static boolean areIn(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false)
                        .allMatch(arm -> arm.path("name").isTextual()
                                && arm.path("like").isTextual()
                                && (!arm.has("set") || arm.path("set").isObject())
                                && arm.properties().stream()
                                        .map(Map.Entry::getKey)
                                        .allMatch(KEYS::contains));
    }
}
