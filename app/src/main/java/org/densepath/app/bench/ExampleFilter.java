package org.densepath.app.bench;

/// Which pairs are looked at.
///
/// @param kind of error; empty for any
record ExampleFilter(String kind, Located located) {
    static final ExampleFilter ALL = new ExampleFilter("", Located.ANY);

    /// Whether the lowest r̂ is the error's.
    enum Located {
        ANY("Found or missed"),
        FOUND("Found by r̂"),
        MISSED("Missed by r̂");

        private final String title;

        Located(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    boolean passes(Localised.Example example) {
        return (kind.isEmpty() || example.pair().kind().equals(kind))
                && (located == Located.ANY || example.located() == (located == Located.FOUND));
    }
}
