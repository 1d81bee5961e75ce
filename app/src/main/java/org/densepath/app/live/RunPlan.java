package org.densepath.app.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What the page must know of a run's `experiment.json`: which stages are to come, and when things are measured
/// and kept. Read leniently, so that an experiment of another version still has curves.
///
/// @param seeds how many @param heldOutEvery steps of DPR between measurements on held-out prompts, 0 where not known
/// @param traceEvery steps of DPR between kept rollouts, 0 where none are kept
/// @param json the experiment's text as it stands in the file
public record RunPlan(List<String> arms, int seeds, int heldOutEvery, int traceEvery, boolean watched, String json) {
    /// Nothing is known.
    public static final RunPlan UNKNOWN = new RunPlan(List.of(), 1, 0, 0, true, "");

    public RunPlan {
        arms = List.copyOf(arms);
    }

    static RunPlan read(Path experiment) {
        try {
            return of(Files.readString(experiment));
        } catch (IOException _) {
            return UNKNOWN;
        }
    }

    static RunPlan of(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            List<String> arms = new ArrayList<>();
            root.path("arms").forEach(arm -> arms.add(arm.asText()));
            root.path("ownArms").forEach(arm -> arms.add(arm.path("name").asText()));
            JsonNode dpr = root.path("dpr");
            return new RunPlan(
                    arms,
                    Math.max(1, root.path("seeds").size()),
                    Math.max(0, dpr.path("heldOutEvery").asInt()),
                    Math.max(0, dpr.path("traceEvery").asInt()),
                    root.path("watch").path("enabled").asBoolean(true),
                    json);
        } catch (JsonProcessingException _) {
            return UNKNOWN;
        }
    }

    /// A hash of the experiment's text: two runs of one fingerprint were asked the same. Empty where not known.
    String fingerprint() {
        if (json.isEmpty()) {
            return "";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
