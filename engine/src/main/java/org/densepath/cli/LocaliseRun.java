package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.bench.RowSheet;
import org.densepath.bench.localise.Corrupted;
import org.densepath.bench.localise.LayerAgreement;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.LocaliseFigures;
import org.densepath.bench.localise.PairExamples;
import org.densepath.bench.localise.TokenPair;
import org.densepath.paint.PairFigure;
import org.densepath.run.AtomicFiles;
import org.densepath.run.ContentHash;

/// Scores the tokens of wrong answers with π_SFT and one reference, and leaves tokens, scores and figures in a
/// folder.
record LocaliseRun(
        Streams streams, EngineOptions engine, FigureOptions figures, Path prompts, long seed, int examples) {

    /// What was found, and the same as `scores.json` has it.
    record Result(Localisation found, ObjectNode json) {}

    /// Scores what `output` does not have yet. Throws [BadInputException] where it was made otherwise, or where
    /// no pair could be scored.
    Result measure(CreditModelOptions models, List<Corrupted> items, Path output) throws IOException {
        RowSheet sheet = RowSheet.open(output, "tokens.jsonl", settings(models));
        int leftOut;
        try (Models loaded = models.open(streams, engine);
                Progress progress = new Progress(streams)) {
            leftOut = new LocaliseTokens(loaded.policy(), loaded.reference()).write(items, sheet, progress);
        }
        if (leftOut > 0) {
            streams.err()
                    .println(leftOut + " pairs were left out: the answer is too long, or is nothing but the error.");
        }
        List<TokenPair> pairs = asked(sheet, items);
        if (pairs.isEmpty()) {
            throw new BadInputException(
                    "None of the " + items.size() + " pairs could be scored; give shorter answers.");
        }
        Localisation found = Localisation.of(pairs, seed);
        List<LayerAgreement.Pair> agreement = LayerAgreement.of(pairs);
        ObjectNode result = found.json().put("leftOut", leftOut);
        result.set("layerAgreement", LocaliseFigures.json(agreement));
        AtomicFiles.write(output.resolve("scores.json"), result.toPrettyString() + "\n");
        BenchFigures drawing = new BenchFigures(figures, output.resolve("figures"), models.provenance());
        drawing.draw("localisation", LocaliseFigures.localisation(found));
        drawing.draw("layer-agreement", LocaliseFigures.agreement(agreement));
        for (Map.Entry<String, PairFigure> example :
                PairExamples.of(pairs, examples).entrySet()) {
            drawing.draw("pair-" + example.getKey(), example.getValue());
        }
        return new Result(found, result);
    }

    /// All that a row depends on. The limit and the kinds only say which rows there are.
    private ObjectNode settings(CreditModelOptions models) {
        ObjectNode settings = RowStream.JSON.createObjectNode().put("benchmark", "localise");
        models.into(settings);
        return settings.put("promptsSha256", ContentHash.sha256(prompts)).put("seed", seed);
    }

    private static List<TokenPair> asked(RowSheet sheet, List<Corrupted> items) {
        Set<String> ids = items.stream().map(Corrupted::id).collect(Collectors.toSet());
        return sheet.rows().stream()
                .map(TokenPair::of)
                .filter(pair -> ids.contains(pair.id()))
                .toList();
    }
}
