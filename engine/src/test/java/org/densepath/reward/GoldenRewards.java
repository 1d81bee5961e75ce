package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// `golden/training/rewards.json`: eight rollouts, what PyTorch computed for them, one array per rollout.
final class GoldenRewards {
    private final JsonNode root;

    GoldenRewards() {
        try (InputStream file = GoldenRewards.class.getResourceAsStream("/golden/training/rewards.json")) {
            root = new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The lists at a path of field names, one per rollout.
    List<float[]> rows(String... path) {
        JsonNode node = node(path);
        List<float[]> rows = new ArrayList<>();
        for (JsonNode row : node) {
            float[] values = new float[row.size()];
            for (int t = 0; t < values.length; t++) {
                values[t] = (float) row.get(t).asDouble();
            }
            rows.add(values);
        }
        return rows;
    }

    JsonNode node(String... path) {
        JsonNode node = root;
        for (String name : path) {
            node = node.get(name);
        }
        return node;
    }

    int[] groups() {
        int[] groups = new int[root.get("rollouts").size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = root.get("rollouts").get(i).get("prompt").asInt();
        }
        return groups;
    }

    List<TokenScores> scores() {
        List<float[]> sft = rows("per_token", "logp_sft");
        List<float[]> ref = rows("per_token", "logp_ref");
        List<float[]> q = rows("endogenous", "q");
        List<float[]> v = rows("endogenous", "v");
        List<float[]> vNext = rows("endogenous", "v_next");
        List<TokenScores> scores = new ArrayList<>();
        for (int i = 0; i < sft.size(); i++) {
            scores.add(TokenScores.of(sft.get(i), ref.get(i)).withLogits(q.get(i), v.get(i), vNext.get(i)));
        }
        return scores;
    }

    static void assertClose(List<float[]> expected, List<float[]> actual, double tolerance) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).length, actual.get(i).length);
            for (int t = 0; t < expected.get(i).length; t++) {
                assertEquals(expected.get(i)[t], actual.get(i)[t], tolerance, "rollout " + i + " token " + t);
            }
        }
    }
}
