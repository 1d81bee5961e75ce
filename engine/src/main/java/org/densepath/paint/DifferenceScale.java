package org.densepath.paint;

/// How the differences of a pair are drawn as bars: how long, in which colour, and which of them as numbers.
///
/// @param up the largest difference above zero, 0 for none
/// @param down how far the lowest lies below zero, 0 for none
public record DifferenceScale(double up, double down) {
    /// Smaller differences than this share of the largest are not written as numbers.
    private static final double WRITTEN = 0.12;

    /// Of finite differences; the others have no bars.
    public static DifferenceScale of(float[] differences) {
        double up = 0;
        double down = 0;
        for (float difference : differences) {
            if (Float.isFinite(difference)) {
                up = Math.max(up, difference);
                down = Math.max(down, -difference);
            }
        }
        return new DifferenceScale(up, down);
    }

    /// The difference of the longest bar.
    public double limit() {
        return Math.max(up, down) == 0 ? 1 : Math.max(up, down);
    }

    /// How long a difference's bar is, 0 … 1 of the longest.
    public double share(double difference) {
        return Double.isNaN(difference) ? 0 : Math.min(1, Math.abs(difference) / limit());
    }

    /// Whether a difference is written as a number.
    public boolean writes(double difference) {
        return difference != 0 && Math.abs(difference) >= WRITTEN * limit();
    }

    /// A bar's colour: greys tell no sign, but the side of the zero line does.
    public Ink ink(Palette palette, double difference) {
        return palette.at(difference < 0 && palette.map().diverging() ? -0.9 : 0.9);
    }
}
