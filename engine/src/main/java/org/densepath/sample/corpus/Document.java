package org.densepath.sample.corpus;

import java.util.Optional;
import java.util.stream.Stream;

/// A document of the base corpus: an exchange, or without a prompt a statement.
public record Document(Optional<String> prompt, String text) {
    static Document exchange(String prompt, String answer) {
        return new Document(Optional.of(prompt), answer);
    }

    static Document statement(String text) {
        return new Document(Optional.empty(), text);
    }

    /// Its texts, each with the leading blank under which they are encoded: what a vocabulary is learned from.
    public Stream<String> spoken() {
        return Stream.concat(prompt.stream(), Stream.of(text)).map(part -> " " + part);
    }
}
