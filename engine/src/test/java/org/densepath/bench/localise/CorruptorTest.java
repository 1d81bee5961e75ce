package org.densepath.bench.localise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.densepath.sample.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorruptorTest {
    private static Optional<Change> change(String right, CorruptionKind kind, long seed) {
        return new Corruptor(new Draws(seed)).change(right, kind, _ -> true);
    }

    /// All answers that some seed makes of it, as `text|error`.
    private static Set<String> all(String right, CorruptionKind kind) {
        Set<String> all = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            change(right, kind, seed)
                    .ifPresent(c -> all.add(c.text() + "|" + c.text().substring(c.start(), c.end())));
        }
        return all;
    }

    @Test
    void negationsAreTurnedRound() {
        assertEquals(Set.of("False.|False"), all("True.", CorruptionKind.NEGATION));
        assertEquals(Set.of("It is not red.| not"), all("It is red.", CorruptionKind.NEGATION));
        // nothing was put in: the error shows at the word that comes too early
        assertEquals(Set.of("It is red.| red."), all("It is not red.", CorruptionKind.NEGATION));
    }

    @Test
    void operatorsAreOnlyChangedWhereTheEquationBreaks() {
        assertEquals(Set.of("2 * 3 = 5|*", "2 - 3 = 5|-", "2 / 3 = 5|/"), all("2 + 3 = 5", CorruptionKind.OPERATOR));
        // 2 + 2 and 2 * 2 are the same
        assertEquals(Set.of("2 - 2 = 4|-", "2 / 2 = 4|/"), all("2 + 2 = 4", CorruptionKind.OPERATOR));
        assertEquals(Set.of(), all("a + b, 2 + 2, well-known 3-4", CorruptionKind.OPERATOR));
        assertEquals(Set.of(), all("2 + 2 = 5", CorruptionKind.OPERATOR));
    }

    @Test
    void neighboursAreSwapped() {
        assertEquals(Set.of("b, a, c|b, a", "a, c, b|c, b"), all("a, b, c", CorruptionKind.ORDER));
        assertEquals(Set.of("5 is less than 3|5 is less than 3"), all("3 is less than 5", CorruptionKind.ORDER));
        assertEquals(Set.of("4 - 9 = 5|4 - 9"), all("9 - 4 = 5", CorruptionKind.ORDER));
        assertEquals(Set.of(), all("9 + 4 = 13", CorruptionKind.ORDER));
        assertEquals(Set.of(), all("a, a", CorruptionKind.ORDER));
    }

    @ParameterizedTest
    @CsvSource({"Tom has 7 pens,NUMBER", "'It cost $1,250.50',NUMBER", "Mia likes plums,NAME", "So Peter wins,NAME"})
    void theTextAroundTheErrorStaysAndItsPlaceIsKnown(String right, CorruptionKind kind) {
        for (long seed = 0; seed < 50; seed++) {
            Change c = change(right, kind, seed).orElseThrow();
            assertNotEquals(right, c.text());
            assertTrue(c.text().startsWith(right.substring(0, c.start())));
            assertTrue(right.endsWith(c.text().substring(c.end())), c.text());
            assertNotEquals(right.charAt(c.start()), c.text().charAt(c.start()));
        }
    }

    @Test
    void theSameSeedMakesTheSameError() {
        for (CorruptionKind kind : CorruptionKind.values()) {
            String right = "Mia has 46 - 4 = 42 pens. 46 is greater than 4: red, blue, True.";
            assertEquals(change(right, kind, 3), change(right, kind, 3));
            assertTrue(change(right, kind, 3).isPresent(), kind.label());
        }
    }

    @Test
    void numbersKeepTheirLength() {
        for (long seed = 0; seed < 100; seed++) {
            String other = OtherNumber.than("1,250.5", new Draws(seed));
            assertTrue(other.matches("[1-9],[0-9]{3}\\.5"), other);
            assertNotEquals("1,250.5", other);
            assertEquals(1, OtherNumber.than("7", new Draws(seed)).length());
        }
    }

    @Test
    void nothingIsMadeOfATextWithoutSuchAPlace() {
        assertFalse(change("no digits here", CorruptionKind.NUMBER, 1).isPresent());
        assertFalse(change("lower case only", CorruptionKind.NAME, 1).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "2 + 3 * 4 = 14,true",
        "2 + 3 * 4 = 20,false",
        "80000*1.5=120000,true",
        "10 / 4 = 2.5,true",
        "10 - 4 - 3 = 3,true",
        "$5 × 2 = $10,true"
    })
    void equationsAreWorkedOut(String equation, boolean holds) {
        assertEquals(holds, Equations.holds(Equations.in(equation).getFirst().group()));
    }
}
