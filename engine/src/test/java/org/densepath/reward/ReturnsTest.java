package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;

class ReturnsTest {
    @Property(tries = 200, seed = "2510")
    void eachReturnIsItsRewardAndTheDiscountedNext(
            @ForAll @Size(min = 1, max = 30) List<@FloatRange(min = -5, max = 5) Float> rewards,
            @ForAll @DoubleRange(min = 0, max = 1) double gamma) {
        float[] r = array(rewards);
        float[] g = Returns.discounted(List.of(r), gamma).getFirst();
        for (int t = 0; t < r.length; t++) {
            assertEquals(r[t] + gamma * (t + 1 < r.length ? g[t + 1] : 0), g[t], 1e-4);
        }
    }

    @Property(tries = 200, seed = "2510")
    void firstUndiscountedReturnIsTheSumAndSoForTheSparseControlEverywhere(
            @ForAll @Size(min = 1, max = 30) List<@FloatRange(min = -5, max = 5) Float> rewards) {
        List<float[]> batch = List.of(array(rewards));
        double sum = rewards.stream().mapToDouble(x -> x).sum();
        assertEquals(sum, Returns.undiscounted(batch).getFirst()[0], 1e-4);
        for (float g : Returns.undiscounted(RewardControls.sparse(batch)).getFirst()) {
            assertEquals(sum, g, 1e-4);
        }
    }

    @Test
    void discountedGivesEachTokenItsOwnRewardWhenGammaIsZero() {
        float[] reward = {1, -2, 3};
        assertArrayEquals(reward, Returns.discounted(List.of(reward), 0).getFirst());
    }

    @Test
    void discountedRefusesAGammaAboveOne() {
        assertThrows(BadInputException.class, () -> Returns.discounted(List.of(new float[1]), 1.01));
        assertThrows(BadInputException.class, () -> Returns.discounted(List.of(new float[1]), Double.NaN));
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
