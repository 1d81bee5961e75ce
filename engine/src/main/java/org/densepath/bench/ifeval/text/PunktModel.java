package org.densepath.bench.ifeval.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What Punkt (Kiss and Strunk 2006) learnt of English from the Wall Street Journal, as NLTK gives it:
/// abbreviations without their period, pairs of words that a period between does not part, words that often begin
/// sentences, and in which places each word was seen in upper and lower case ([Case]).
record PunktModel(
        Set<String> abbreviations, Set<String> collocations, Set<String> starters, Map<String, Integer> contexts) {
    static final PunktModel ENGLISH = read();

    /// Bits of a word's contexts.
    static final class Case {
        static final int MIDDLE_UPPER = 1 << 2;
        static final int BEGIN_LOWER = 1 << 4;
        static final int UPPER = (1 << 1) + MIDDLE_UPPER + (1 << 3);
        static final int LOWER = BEGIN_LOWER + (1 << 5) + (1 << 6);

        private Case() {}
    }

    boolean collocate(String first, String second) {
        return collocations.contains(first + "\t" + second);
    }

    int context(String word) {
        return contexts.getOrDefault(word, 0);
    }

    private static PunktModel read() {
        return new PunktModel(
                Set.copyOf(lines("abbrev_types.txt")),
                Set.copyOf(lines("collocations.tab")),
                Set.copyOf(lines("sent_starters.txt")),
                lines("ortho_context.tab").stream()
                        .map(line -> line.split("\t"))
                        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> Integer.valueOf(pair[1]))));
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(PunktModel.class.getResourceAsStream("punkt/" + file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
