package org.densepath.sample.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import org.densepath.sample.model.InitialWeights.Weight;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
    private static final LlamaShape SHAPE = LlamaShape.sample(737);

    private static double deviation(Weight weight) {
        double squares = 0;
        for (float value : weight.values()) {
            squares += value * value;
        }
        return Math.sqrt(squares / weight.values().length);
    }

    @Test
    void ofHasTheStudysNumberOfParameters() {
        int parameters = InitialWeights.of(SHAPE, 1).values().stream()
                .mapToInt(weight -> weight.values().length)
                .sum();
        assertEquals(881_920, parameters);
    }

    @Test
    void ofScalesEachKindOfMatrixAsItsPlaceAsks() {
        Map<String, Weight> weights = InitialWeights.of(SHAPE, 1);
        double plain = 1 / Math.sqrt(128);
        Map.of(
                        "model.embed_tokens",
                        0.02 * Math.sqrt(2),
                        "model.layers.0.self_attn.q_proj",
                        plain,
                        "model.layers.1.self_attn.v_proj",
                        plain,
                        "model.layers.2.self_attn.o_proj",
                        plain / Math.sqrt(8),
                        "model.layers.3.mlp.up_proj",
                        plain,
                        "model.layers.3.mlp.down_proj",
                        plain / Math.sqrt(8))
                .forEach((name, expected) ->
                        assertEquals(expected, deviation(weights.get(name + ".weight")), 0.05 * expected, name));
    }

    @Test
    void ofHasGainsOfOne() {
        for (float gain : InitialWeights.of(SHAPE, 1).get("model.norm.weight").values()) {
            assertEquals(1, gain);
        }
    }

    @Test
    void ofGivesHuggingFacesShapes() {
        Map<String, Weight> weights = InitialWeights.of(SHAPE, 1);
        assertArrayEquals(
                new long[] {64, 128},
                weights.get("model.layers.0.self_attn.k_proj.weight").shape());
        assertArrayEquals(
                new long[] {128, 384},
                weights.get("model.layers.0.mlp.down_proj.weight").shape());
        assertEquals(4 * 9 + 2, weights.size());
    }

    @Test
    void ofRepeatsItselfWhenTheSeedIsTheSame() {
        float[] first =
                InitialWeights.of(SHAPE, 1).get("model.embed_tokens.weight").values();
        assertArrayEquals(
                first,
                InitialWeights.of(SHAPE, 1).get("model.embed_tokens.weight").values());
        assertFalse(Arrays.equals(
                first,
                InitialWeights.of(SHAPE, 2).get("model.embed_tokens.weight").values()));
    }

    @Test
    void shapeRefusesWhenHeadsDoNotDivide() {
        assertThrows(IllegalArgumentException.class, () -> new LlamaShape(10, 128, 1, 3, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new LlamaShape(10, 128, 1, 4, 3, 10));
    }
}
