package org.densepath.run.query;

/// Which tokens of a part are shown.
public enum ExampleChoice {
    HIGHEST("reward DESC"),
    LOWEST("reward ASC"),
    /// The same ones each time.
    RANDOM("hash(step, row, position)");

    private final String order;

    ExampleChoice(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }
}
