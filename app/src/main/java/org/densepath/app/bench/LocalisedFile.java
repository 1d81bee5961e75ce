package org.densepath.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.bench.localise.LayerAgreement;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.PairExamples;
import org.densepath.bench.localise.TokenPair;
import org.densepath.paint.PairFigure;

/// Reads the tokens that `densepath bench localise` has written into a run's `bench/localise`, or into a folder
/// below, and computes its scores from them.
final class LocalisedFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKENS = "tokens.jsonl";

    private LocalisedFile() {}

    /// The folders that hold some.
    static List<Path> folders(Path run) {
        Path localise = BenchCommands.localiseFolder(run);
        return Stream.concat(Stream.of(localise), AnswerSets.folders(localise).stream())
                .filter(folder -> Files.isRegularFile(folder.resolve(TOKENS)))
                .toList();
    }

    /// A last line without its line end is not there yet. Throws [BadInputException] for a file that is empty or
    /// damaged.
    static Localised read(Path folder) {
        Path file = folder.resolve(TOKENS);
        List<TokenPair> pairs = new ArrayList<>();
        String text = text(file);
        String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                pairs.add(pair(file, i + 1, lines[i]));
            }
        }
        if (pairs.isEmpty()) {
            throw new BadInputException(file + " is empty; measure again.");
        }
        JsonNode settings = settings(folder.resolve("settings.json"));
        Map<String, String> named = new LinkedHashMap<>();
        for (String name : List.of("model", "reference", "seed")) {
            if (settings.has(name)) {
                named.put(name, settings.path(name).asText());
            }
        }
        return new Localised(
                folder,
                Localisation.of(pairs, settings.path("seed").asLong(1)),
                LayerAgreement.of(pairs),
                pairs.stream().flatMap(pair -> example(pair).stream()).toList(),
                named);
    }

    private static List<Localised.Example> example(TokenPair pair) {
        Map<String, PairFigure> drawn = PairExamples.of(List.of(pair), 1);
        return drawn.entrySet().stream()
                .map(entry -> new Localised.Example(
                        pair, entry.getValue(), entry.getKey().endsWith("-found")))
                .toList();
    }

    private static TokenPair pair(Path file, int number, String line) {
        try {
            TokenPair pair = TokenPair.of(JSON.readTree(line));
            int n = pair.ids().length;
            boolean whole = pair.tokens().size() == n
                    && pair.logp().length == n
                    && pair.entropy().length == n
                    && (pair.reward().length == n || pair.reward().length == 0)
                    && pair.from() >= 0
                    && pair.from() < pair.to()
                    && pair.to() <= n
                    && pair.rightTokens().size() == pair.rightIds().length;
            if (whole) {
                return pair;
            }
        } catch (JsonProcessingException e) {
            throw damaged(file, number, e);
        }
        throw damaged(file, number, null);
    }

    private static BadInputException damaged(Path file, int number, Exception cause) {
        return new BadInputException(
                file + ", line " + number + ", is damaged; remove the line and measure again.", cause);
    }

    private static JsonNode settings(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
