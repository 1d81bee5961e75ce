package org.densepath.app.tokens;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// What the page shows, as one line of text that can be kept, sent and pasted:
/// `densepath://tokens?run=…&step=40&prompt=3&sample=0&layer=reward&range=2-7&pins=4,9`.
///
/// @param run the run folder's name
/// @param choices the heatmap's settings, by name
public record TokensState(
        String run,
        String arm,
        int seed,
        long step,
        boolean following,
        int prompt,
        int sample,
        Optional<TokenSelection.Range> range,
        List<Integer> pins,
        Map<String, String> choices) {
    private static final String HEAD = "densepath://tokens?";

    public TokensState {
        pins = List.copyOf(pins);
        choices = new LinkedHashMap<>(choices);
    }

    public String text() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("run", run);
        all.put("arm", arm);
        all.put("seed", Integer.toString(seed));
        all.put("step", Long.toString(step));
        all.put("follow", Boolean.toString(following));
        all.put("prompt", Integer.toString(prompt));
        all.put("sample", Integer.toString(sample));
        range.ifPresent(r -> all.put("range", r.first() + "-" + r.last()));
        if (!pins.isEmpty()) {
            all.put("pins", pins.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        all.putAll(choices);
        return HEAD
                + all.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /// Throws [BadInputException] when `text` is not such a line.
    public static TokensState parse(String text) {
        String line = text.strip();
        if (!line.startsWith(HEAD)) {
            throw new BadInputException("This is not a view of tokens; one begins with " + HEAD + ".");
        }
        try {
            Map<String, String> all = new LinkedHashMap<>();
            for (String part : line.substring(HEAD.length()).split("&")) {
                String[] pair = part.split("=", 2);
                all.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
            Optional<TokenSelection.Range> range = Optional.ofNullable(all.remove("range"))
                    .map(r -> r.split("-"))
                    .map(r -> new TokenSelection.Range(Integer.parseInt(r[0]), Integer.parseInt(r[1])));
            List<Integer> pins = Stream.of(
                            Optional.ofNullable(all.remove("pins")).orElse("").split(","))
                    .filter(pin -> !pin.isEmpty())
                    .map(Integer::valueOf)
                    .filter(pin -> pin >= 0)
                    .toList();
            return new TokensState(
                    required(all, "run"),
                    required(all, "arm"),
                    Integer.parseInt(all.remove("seed")),
                    Long.parseLong(all.remove("step")),
                    Boolean.parseBoolean(all.remove("follow")),
                    Integer.parseInt(all.remove("prompt")),
                    Integer.parseInt(all.remove("sample")),
                    range,
                    pins,
                    all);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadInputException("This view of tokens is incomplete; copy the whole line.", e);
        }
    }

    private static String required(Map<String, String> all, String name) {
        String value = all.remove(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
