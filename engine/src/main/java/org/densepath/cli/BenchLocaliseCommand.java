package org.densepath.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.bench.localise.Corrupted;
import org.densepath.bench.localise.CorruptionKind;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.ReferenceSweep;
import org.densepath.bench.localise.RightAnswers;
import org.densepath.bench.statistics.Interval;
import org.densepath.experiment.SnapshotReferences;
import org.densepath.run.AtomicFiles;
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
            "  densepath bench localise -m R:sft -r R:reference -p gsm8k_test.jsonl --kinds number,operator -o"
                    + " localise",
            "  densepath bench localise -m R:sft --sweep -p sample-data/test.jsonl -o sweep"
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

    @Mixin
    private MeasureOptions measure;

    @Option(
            names = "--sweep",
            description = "With each kept snapshot of SFT as reference, the base model first, instead of --reference;"
                    + " OUT gets a folder for each, sweep.json and one figure.")
    private boolean sweep;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Any of number, name, operator, negation, order, separated by commas (default: all).")
    private List<String> kinds;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "6",
            description = "So many pairs are drawn as heatmaps (6).")
    private int examples;

    @Mixin
    private FigureOptions figures;

    @Mixin
    private EngineOptions engine;

    BenchLocaliseCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (examples < 0) {
            throw new BadInputException("--examples must be 0 or more.");
        }
        if (sweep == (models.reference() != null)) {
            throw new BadInputException("Name one --reference, or ask for all by --sweep.");
        }
        Set<CorruptionKind> chosen = kinds == null
                ? EnumSet.allOf(CorruptionKind.class)
                : kinds.stream().map(CorruptionKind::named).collect(Collectors.toSet());
        List<Corrupted> items = RightAnswers.corrupted(prompts, measure.limit(), measure.seed(), chosen);
        LocaliseRun run = new LocaliseRun(streams, engine, figures, prompts, measure.seed(), examples);
        if (sweep) {
            sweep(run, items);
        } else {
            LocaliseRun.Result result = run.measure(models, items, measure.output());
            if (measure.json()) {
                streams.out().println(result.json());
            } else {
                print(result.found());
            }
        }
        streams.out().flush();
        return Failures.OK;
    }

    private void sweep(LocaliseRun run, List<Corrupted> items) throws IOException {
        List<ReferenceSweep.At> all = new ArrayList<>();
        for (SnapshotReferences.Kept kept : SnapshotReferences.of(models.model())) {
            streams.err().println("reference: " + kept.name());
            LocaliseRun.Result result = run.measure(
                    models.with(kept.written()), items, measure.output().resolve("reference-" + kept.name()));
            all.add(new ReferenceSweep.At(kept.name(), kept.fraction(), result.found()));
        }
        ReferenceSweep found = new ReferenceSweep(all);
        AtomicFiles.write(measure.output().resolve("sweep.json"), found.json().toPrettyString() + "\n");
        new BenchFigures(
                        figures,
                        measure.output().resolve("figures"),
                        models.with("kept snapshots").provenance())
                .draw("reference-sweep", found.figure());
        if (measure.json()) {
            streams.out().println(found.json());
        } else {
            print(found);
        }
    }

    private void print(ReferenceSweep found) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("reference", "signal", "AUROC", "top-1", "MRR"));
        for (ReferenceSweep.At at : found.all()) {
            at.signals()
                    .forEach((signal, f) -> rows.add(List.of(
                            at.name(),
                            signal.label(),
                            f.auroc().text(),
                            f.top1().text(),
                            f.mrr().text())));
        }
        Table.lines(rows).forEach(streams.out()::println);
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
