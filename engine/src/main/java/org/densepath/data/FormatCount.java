package org.densepath.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Which formats a file's records have, in words: `Alpaca`, or `messages (10), Alpaca (3)`; `unknown` for none.
final class FormatCount {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String format) {
        counts.merge(format, 1, Integer::sum);
    }

    String inWords() {
        if (counts.size() == 1) {
            return counts.keySet().iterator().next();
        }
        return counts.isEmpty()
                ? "unknown"
                : counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(e -> e.getKey() + " (" + e.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }
}
