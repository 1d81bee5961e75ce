package org.densepath.bench.localise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.densepath.paint.Alignment;
import org.densepath.sample.Draws;

/// A right and a wrong answer with what the models say of their tokens (the end token included): a line of
/// `tokens.jsonl`. Tokens `from` to `to` (exclusive) of the wrong answer hold the error.
///
/// @param rewardRight r̂ of the right answer's tokens; empty where there is no reference
/// @param reward r̂ of the wrong answer's tokens, likewise
public record TokenPair(
        String key,
        String kind,
        String prompt,
        int[] rightIds,
        List<String> rightTokens,
        float[] rewardRight,
        int[] ids,
        List<String> tokens,
        int from,
        int to,
        float[] reward,
        float[] logp,
        float[] entropy) {
    public TokenPair {
        rightTokens = List.copyOf(rightTokens);
        tokens = List.copyOf(tokens);
    }

    public String id() {
        return key + "|" + kind;
    }

    public Alignment alignment() {
        return Alignment.of(rightIds, ids);
    }

    /// How suspicious each token of the wrong answer is by each signal that there is; higher is more so.
    public Map<Signal, double[]> suspicions(long seed) {
        Map<Signal, double[]> all = new EnumMap<>(Signal.class);
        if (reward.length > 0) {
            all.put(Signal.REWARD, times(reward, -1));
            all.put(Signal.RETURN_DIFFERENCE, times(returnDifferences(), -1));
        }
        all.put(Signal.SURPRISE, times(logp, -1));
        all.put(Signal.ENTROPY, times(entropy, 1));
        Draws draws = new Draws(seed * 1_000_003 + id().hashCode());
        double[] random = new double[ids.length];
        for (int t = 0; t < random.length; t++) {
            random[t] = draws.fraction();
        }
        all.put(Signal.RANDOM, random);
        return all;
    }

    /// (G_t − G′_t) − (G_{t+1} − G′_{t+1}) along the alignment, G′ the right answer's: r̂_t less that of the
    /// right token in its place, or less 0 where there is none.
    private float[] returnDifferences() {
        float[] columns = alignment().differences(rewardRight, reward);
        float[] differences = new float[ids.length];
        List<Alignment.Column> all = alignment().columns();
        for (int c = 0; c < columns.length; c++) {
            if (all.get(c).second() >= 0) {
                differences[all.get(c).second()] = columns[c];
            }
        }
        return differences;
    }

    private static double[] times(float[] values, double by) {
        double[] all = new double[values.length];
        for (int t = 0; t < all.length; t++) {
            all[t] = by * values[t];
        }
        return all;
    }

    public ObjectNode row() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("key", key).put("kind", kind).put("prompt", prompt);
        putInts(row, "rightIds", rightIds);
        rightTokens.forEach(row.putArray("rightTokens")::add);
        putFloats(row, "rewardRight", rewardRight);
        putInts(row, "ids", ids);
        tokens.forEach(row.putArray("tokens")::add);
        row.put("from", from).put("to", to);
        putFloats(row, "reward", reward);
        putFloats(row, "logp", logp);
        putFloats(row, "entropy", entropy);
        return row;
    }

    public static TokenPair of(JsonNode row) {
        return new TokenPair(
                row.path("key").asText(),
                row.path("kind").asText(),
                row.path("prompt").asText(),
                ints(row.path("rightIds")),
                texts(row.path("rightTokens")),
                floats(row.path("rewardRight")),
                ints(row.path("ids")),
                texts(row.path("tokens")),
                row.path("from").asInt(),
                row.path("to").asInt(),
                floats(row.path("reward")),
                floats(row.path("logp")),
                floats(row.path("entropy")));
    }

    private static void putInts(ObjectNode row, String name, int[] values) {
        ArrayNode array = row.putArray(name);
        for (int value : values) {
            array.add(value);
        }
    }

    private static void putFloats(ObjectNode row, String name, float[] values) {
        ArrayNode array = row.putArray(name);
        for (float value : values) {
            array.add(value);
        }
    }

    private static int[] ints(JsonNode array) {
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asInt();
        }
        return values;
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(text -> all.add(text.asText()));
        return all;
    }
}
