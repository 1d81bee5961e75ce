package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.densepath.paint.Alignment.Column;
import org.densepath.paint.Alignment.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {
    @Test
    void aChangedTokenStandsBesideTheOneItReplaces() {
        Alignment aligned = Alignment.of(new int[] {1, 2, 3, 4}, new int[] {1, 9, 3, 4});

        assertEquals(
                List.of(
                        new Column(0, 0, Kind.SAME),
                        new Column(1, 1, Kind.CHANGED),
                        new Column(2, 2, Kind.SAME),
                        new Column(3, 3, Kind.SAME)),
                aligned.columns());
        assertEquals(1, aligned.differences());
    }

    @Test
    void whatIsMissingLeavesAPlaceEmpty() {
        Alignment aligned = Alignment.of(new int[] {1, 2, 3}, new int[] {1, 3, 5, 6});

        assertEquals(
                List.of(
                        new Column(0, 0, Kind.SAME),
                        new Column(1, -1, Kind.ONLY_FIRST),
                        new Column(2, 1, Kind.SAME),
                        new Column(-1, 2, Kind.ONLY_SECOND),
                        new Column(-1, 3, Kind.ONLY_SECOND)),
                aligned.columns());
    }

    @Test
    void nothingAlignsWithNothing() {
        assertEquals(List.of(), Alignment.of(new int[0], new int[0]).columns());
        assertEquals(2, Alignment.of(new int[0], new int[] {7, 7}).differences());
        assertEquals(2, Alignment.of(new int[] {7, 7}, new int[0]).differences());
    }

    @Test
    void differencesAddUpToThatOfTheSums() {
        Alignment aligned = Alignment.of(new int[] {1, 2, 3}, new int[] {1, 3, 5});

        float[] differences = aligned.differences(new float[] {1, 2, 3}, new float[] {1.5f, -3, 0.25f});

        assertArrayEquals(new float[] {0.5f, -2, -6, 0.25f}, differences, 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 40})
    void asManyTokensAsPossibleAreTheSame(int alphabet) {
        Random random = new Random(alphabet);
        for (int trial = 0; trial < 600; trial++) {
            int[] first = random.ints(random.nextInt(14), 0, alphabet).toArray();
            int[] second = random.ints(random.nextInt(14), 0, alphabet).toArray();
            Alignment aligned = Alignment.of(first, second);
            int a = 0;
            int b = 0;
            int same = 0;
            for (Column column : aligned.columns()) {
                assertEquals(column.first() < 0 ? -1 : a++, column.first());
                assertEquals(column.second() < 0 ? -1 : b++, column.second());
                if (column.kind() == Kind.SAME) {
                    assertEquals(first[column.first()], second[column.second()]);
                    same++;
                }
            }
            assertEquals(first.length, a);
            assertEquals(second.length, b);
            assertEquals(longest(first, second), same);
        }
    }

    @Test
    void longTextsWithoutMuchInCommonEndInTime() {
        Random random = new Random(5);
        int[] first = random.ints(40_000, 0, 50_000).toArray();
        int[] second = random.ints(40_000, 0, 50_000).toArray();

        Alignment aligned = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Alignment.of(first, second));

        assertEquals(
                40_000, aligned.columns().stream().filter(c -> c.first() >= 0).count());
        assertEquals(
                40_000, aligned.columns().stream().filter(c -> c.second() >= 0).count());
    }

    /// By the table that takes quadratic memory.
    private static int longest(int[] first, int[] second) {
        int[][] table = new int[first.length + 1][second.length + 1];
        for (int a = 1; a <= first.length; a++) {
            for (int b = 1; b <= second.length; b++) {
                table[a][b] = first[a - 1] == second[b - 1]
                        ? table[a - 1][b - 1] + 1
                        : Math.max(table[a - 1][b], table[a][b - 1]);
            }
        }
        return table[first.length][second.length];
    }
}
