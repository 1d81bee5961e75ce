package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.bench.RowSheet;
import org.densepath.bench.localise.Corrupted;
import org.densepath.bench.localise.CorruptionKind;
import org.densepath.bench.localise.LayerAgreement;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.LocaliseFigures;
import org.densepath.bench.localise.PairExamples;
import org.densepath.bench.localise.RightAnswers;
import org.densepath.bench.localise.TokenPair;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.AtomicFiles;
import org.densepath.run.ContentHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether low credit stands where an answer is wrong.
@Command(
        name = "localise",
        description = {
            "Make right answers wrong in one known span (a number, name, operator, negation or order) and say how well"
                    + " the lowest reward finds it: AUROC, share of answers whose lowest token it is, mean reciprocal"
                    + " rank; against −log π_SFT, entropy and a random draw.",
            "",
            "ANSWERS are tasks with a checker, GSM8K's questions, prompts with the field 'answer', or pairs of one's"
                    + " own with the fields answer and corrupted (docs/bench.md). OUT gets settings.json, tokens.jsonl,"
                    + " scores.json and figures; started again it goes on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench localise -m R:sft -r R:reference -p sample-data/test.jsonl -o localise",
            "  densepath bench localise -m R:sft -r R:reference -p gsm8k_test.jsonl --kinds number,operator -o localise"
        })
final class BenchLocaliseCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private CreditModelOptions models;

    @Option(
            names = {"-p", "--prompts"},
            paramLabel = "ANSWERS",
            required = true,
            description = "Prompts with right answers.")
    private Path prompts;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The folder for tokens, scores and figures.")
    private Path output;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Any of number, name, operator, negation, order, separated by commas (default: all).")
    private List<String> kinds;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "0", description = "Only the first N prompts.")
    private int limit;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the errors' places (1).")
    private long seed;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "6",
            description = "So many pairs are drawn as heatmaps (6).")
    private int examples;

    @Option(names = "--json", description = "Print the scores as one JSON object.")
    private boolean json;

    @Mixin
    private FigureOptions figures;

    @Mixin
    private EngineOptions engine;

    BenchLocaliseCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0 || examples < 0) {
            throw new BadInputException("--limit and --examples must be 0 or more.");
        }
        Set<CorruptionKind> chosen = kinds == null
                ? EnumSet.allOf(CorruptionKind.class)
                : kinds.stream().map(CorruptionKind::named).collect(Collectors.toSet());
        List<Corrupted> items = RightAnswers.corrupted(prompts, limit, seed, chosen);
        RowSheet sheet = RowSheet.open(output, "tokens.jsonl", settings());
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
        draw(found, agreement, pairs);
        if (json) {
            streams.out().println(result);
        } else {
            print(found);
        }
        streams.out().flush();
        return Failures.OK;
    }

    /// All that a row depends on. The limit and the kinds only say which rows there are.
    private ObjectNode settings() {
        ObjectNode settings = RowStream.JSON.createObjectNode().put("benchmark", "localise");
        models.into(settings);
        return settings.put("promptsSha256", ContentHash.sha256(prompts)).put("seed", seed);
    }

    private static List<TokenPair> asked(RowSheet sheet, List<Corrupted> items) {
        Set<String> ids = items.stream().map(Corrupted::id).collect(Collectors.toCollection(HashSet::new));
        return sheet.rows().stream()
                .map(TokenPair::of)
                .filter(pair -> ids.contains(pair.id()))
                .toList();
    }

    private void draw(Localisation found, List<LayerAgreement.Pair> agreement, List<TokenPair> pairs)
            throws IOException {
        BenchFigures drawing = new BenchFigures(figures, output.resolve("figures"), models.provenance());
        drawing.draw("localisation", LocaliseFigures.localisation(found));
        drawing.draw("layer-agreement", LocaliseFigures.agreement(agreement));
        for (Map.Entry<String, ?> example : PairExamples.of(pairs, examples).entrySet()) {
            drawing.draw("pair-" + example.getKey(), (org.densepath.paint.Figure) example.getValue());
        }
    }

    private void print(Localisation found) {
        streams.out().println(found.pairs() + " wrong answers to " + found.prompts() + " prompts");
        found.byKind().forEach((kind, signals) -> {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(kind, "AUROC", "top-1", "MRR"));
            signals.forEach((signal, f) -> rows.add(List.of(
                    signal.label(), f.auroc().text(), f.top1().text(), f.mrr().text())));
            Localisation.Found any = signals.values().iterator().next();
            streams.out()
                    .printf(
                            Locale.ROOT,
                            "%nn = %d, %.1f tokens, of which %.1f wrong%n",
                            any.auroc().n(),
                            any.tokens(),
                            any.errorTokens());
            Table.lines(rows).forEach(streams.out()::println);
        });
        found.overSurprise().forEach((signal, i) -> streams.out().println(over(signal.label(), i)));
    }

    private static String over(String signal, Interval i) {
        return String.format(
                Locale.ROOT,
                "AUROC of %s less that of −log π_SFT: %+.3f [%+.3f, %+.3f]",
                signal,
                i.value(),
                i.low(),
                i.high());
    }
}
