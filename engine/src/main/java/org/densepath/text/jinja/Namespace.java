package org.densepath.text.jinja;

/// `namespace(…)`: the one thing that a template can change from inside a loop.
final class Namespace {
    private final Dict attributes;

    Namespace(Dict attributes) {
        this.attributes = attributes;
    }

    Dict attributes() {
        return attributes;
    }
}
