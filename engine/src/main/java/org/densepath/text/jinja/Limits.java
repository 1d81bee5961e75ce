package org.densepath.text.jinja;

/// What one rendering may use, so that a broken or hostile template ends with an error and never hangs: `steps`
/// (nodes evaluated, elements visited, one more for every eight characters made), `characters` in one string or
/// in the output, and `depth` of nested evaluation.
record Limits(long steps, int characters, int depth) {
    /// A conversation of a million characters takes less than a tenth of this.
    static final Limits USUAL = new Limits(20_000_000, 8 << 20, 800);

    Limits {
        if (steps < 1 || characters < 1 || depth < 1) {
            throw new IllegalArgumentException("limits are positive: " + steps + ", " + characters + ", " + depth);
        }
    }
}
