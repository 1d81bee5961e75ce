package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void linearTicksStandAtRoundValues() {
        assertEquals(
                List.of("0", "0.5", "1.0"),
                Ticks.linear(new Extent(-0.1, 1.2), 3).labels());
        assertEquals(
                List.of("−50", "0", "50"), Ticks.linear(new Extent(-60, 70), 3).labels());
        assertEquals(
                List.of("0", "50k", "100k"),
                Ticks.linear(new Extent(0, 100_000), 2).labels());
        assertEquals(
                List.of("0", "10⁻⁵", "2×10⁻⁵"),
                Ticks.linear(new Extent(0, 2e-5), 2).labels());
    }

    @Test
    void logTicksArePowersOfTen() {
        assertEquals(
                List.of("10⁻⁵", "10⁻⁴", "10⁻³", "0.01", "0.1"),
                Ticks.log(new Extent(1e-5, 0.2), 6).labels());
    }

    @Test
    void logTicksFillADecade() {
        assertEquals(
                List.of("1", "2", "5", "10"), Ticks.log(new Extent(0.9, 11), 4).labels());
    }

    @Property(tries = 500, seed = "2510")
    void linearTicksLieWithinTheExtentAndAreNotCrowded(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @Scale(3) @DoubleRange(min = 1e-3, max = 1e7) double span,
            @ForAll @IntRange(min = 1, max = 10) int wanted) {
        Extent extent = new Extent(low, low + span);
        Ticks ticks = Ticks.linear(extent, wanted);
        assertTrue(ticks.values().size() <= wanted + 1, ticks.values().toString());
        assertEquals(
                ticks.labels().size(),
                ticks.labels().stream().distinct().count(),
                ticks.labels().toString());
        for (double value : ticks.values()) {
            assertTrue(value >= low - 1e-6 * span && value <= low + span * (1 + 1e-6));
        }
    }

    @Test
    void numbersHaveThreeDigitsAndARealMinus() {
        assertEquals("+1.42", NumberText.signed(1.42));
        assertEquals("−0.400", NumberText.signed(-0.4));
        assertEquals("0", NumberText.signed(-0.0));
        assertEquals("12,346", NumberText.plain(12345.6));
        assertEquals("3.20×10⁻⁵", NumberText.plain(3.2e-5));
        assertEquals("1.00×10⁷", NumberText.plain(10_000_001));
        assertEquals("−∞", NumberText.plain(Double.NEGATIVE_INFINITY));
    }
}
