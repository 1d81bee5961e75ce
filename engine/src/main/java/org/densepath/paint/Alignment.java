package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// How two token sequences fit together, column by column: as many equal tokens as possible stand beside each
/// other, what is left between them is paired in order.
public record Alignment(List<Column> columns) {
    /// How a column's tokens relate.
    public enum Kind {
        SAME,
        CHANGED,
        ONLY_FIRST,
        ONLY_SECOND
    }

    /// @param first place in the first sequence, −1 for none
    /// @param second place in the second sequence, −1 for none
    public record Column(int first, int second, Kind kind) {}

    public Alignment {
        columns = List.copyOf(columns);
    }

    /// Whether two tokens that differ, given by their places, may stand in one column.
    @FunctionalInterface
    public interface MayPair {
        boolean test(int first, int second);
    }

    /// Of token ids. Memory is linear in their number; time grows with the number of differences.
    public static Alignment of(int[] first, int[] second) {
        return of(first, second, (_, _) -> true);
    }

    /// As [#of], where not all tokens that differ may be paired.
    public static Alignment of(int[] first, int[] second, MayPair mayPair) {
        int[] partner = CommonTokens.partners(first, second);
        List<Column> columns = new ArrayList<>(Math.max(first.length, second.length));
        int a = 0;
        int b = 0;
        while (a < first.length || b < second.length) {
            int endA = a;
            while (endA < first.length && partner[endA] < 0) {
                endA++;
            }
            int endB = endA < first.length ? partner[endA] : second.length;
            while (a < endA || b < endB) {
                if (a < endA && b < endB && mayPair.test(a, b)) {
                    columns.add(new Column(a++, b++, Kind.CHANGED));
                } else if (endA - a >= endB - b) {
                    columns.add(new Column(a++, -1, Kind.ONLY_FIRST));
                } else {
                    columns.add(new Column(-1, b++, Kind.ONLY_SECOND));
                }
            }
            if (a < first.length) {
                columns.add(new Column(a++, b++, Kind.SAME));
            }
        }
        return new Alignment(columns);
    }

    /// How many columns are not the same token twice.
    public int differences() {
        return (int) columns.stream().filter(c -> c.kind() != Kind.SAME).count();
    }

    /// What the second sequence has more than the first, column by column; a token that is missing has 0, so that
    /// the differences add up to that of the sums.
    public float[] differences(float[] first, float[] second) {
        float[] differences = new float[columns.size()];
        for (int i = 0; i < differences.length; i++) {
            Column column = columns.get(i);
            differences[i] = (column.second() < 0 ? 0 : second[column.second()])
                    - (column.first() < 0 ? 0 : first[column.first()]);
        }
        return differences;
    }
}
