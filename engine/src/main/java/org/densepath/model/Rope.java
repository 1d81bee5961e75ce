package org.densepath.model;

/// Rotary position embedding (arXiv 2104.09864): frequency j is θ^(−2j/D), possibly scaled for longer contexts.
public record Rope(double theta, Scaling scaling) {
    public sealed interface Scaling {
        /// No scaling.
        record None() implements Scaling {}

        /// All frequencies divided by `factor`.
        record Linear(double factor) implements Scaling {}

        /// Llama 3: by wavelength 2π/f; below `original`/`highFactor` unchanged, above `original`/`lowFactor`
        /// divided by `factor`, interpolated between.
        record Llama3(double factor, double lowFactor, double highFactor, double original) implements Scaling {}
    }

    /// The D/2 scaled frequencies in radians a token.
    public double[] frequencies(int headDimension) {
        double[] f = new double[headDimension / 2];
        for (int j = 0; j < f.length; j++) {
            // Rounded to float32 where the reference implementation holds them in float32.
            f[j] = scaled((float) (1 / (float) Math.pow(theta, 2.0 * j / headDimension)));
        }
        return f;
    }

    private double scaled(double f) {
        return switch (scaling) {
            case Scaling.None n -> f;
            case Scaling.Linear l -> f / l.factor();
            case Scaling.Llama3 s -> {
                double wavelength = 2 * Math.PI / f;
                if (wavelength < s.original() / s.highFactor()) {
                    yield f;
                }
                if (wavelength > s.original() / s.lowFactor()) {
                    yield f / s.factor();
                }
                double smooth = (s.original() / wavelength - s.lowFactor()) / (s.highFactor() - s.lowFactor());
                yield (1 - smooth) * f / s.factor() + smooth * f;
            }
        };
    }

    /// cos or sin of position × frequency for positions 0 to `positions` − 1, twice, the first half of the sines
    /// negative: [positions, D] row-major.
    float[] table(int positions, int headDimension, boolean sine) {
        double[] f = frequencies(headDimension);
        float[] table = new float[positions * headDimension];
        for (int t = 0; t < positions; t++) {
            for (int j = 0; j < f.length; j++) {
                float angle = (float) (t * (float) f[j]);
                float value = (float) (sine ? Math.sin(angle) : Math.cos(angle));
                table[t * headDimension + j] = sine ? -value : value;
                table[t * headDimension + j + f.length] = value;
            }
        }
        return table;
    }
}
