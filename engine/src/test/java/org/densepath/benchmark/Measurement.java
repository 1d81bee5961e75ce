package org.densepath.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What one process measured: figures by name, told to its parent as one line of JSON on standard output, as the
/// peers tell theirs.
record Measurement(Map<String, Double> figures) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Prints the figures with this process's peak resident memory.
    static void print(Map<String, Double> figures) {
        Map<String, Double> all = new LinkedHashMap<>(figures);
        all.put("peak_rss_mb", residentMegabytes("VmHWM"));
        try {
            System.out.println(JSON.writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The numbers of a line, where it is an object of JSON.
    static Optional<Measurement> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode object = JSON.readTree(line);
            Map<String, Double> figures = new LinkedHashMap<>();
            object.properties().forEach(e -> {
                if (e.getValue().isNumber()) {
                    figures.put(e.getKey(), e.getValue().asDouble());
                }
            });
            return Optional.of(new Measurement(figures));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    double get(String name) {
        return figures.get(name);
    }

    /// `VmRSS` (now) or `VmHWM` (at the peak) in MiB, as Linux counts it; NaN elsewhere.
    static double residentMegabytes(String field) {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith(field + ":"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
