package org.densepath.model;

/// Uniform numbers by counter: each is a function of the seed and of what it is for, so that a draw does not
/// depend on what else is in the batch or on what was drawn before, and a resumed run draws the same.
public record Randomness(long seed) {
    /// A stream of its own for a purpose (a step, a stage).
    public Randomness derive(long purpose) {
        return new Randomness(mix(seed ^ mix(purpose + 0x9E3779B97F4A7C15L)));
    }

    /// A number in [0, 1) for the token at `position` of response `sample` to prompt `prompt`.
    public float uniform(int prompt, int sample, int position) {
        long z = mix(seed + mix(((long) prompt << 32) ^ ((long) sample << 20) ^ position));
        return (z >>> 40) * 0x1.0p-24f;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
