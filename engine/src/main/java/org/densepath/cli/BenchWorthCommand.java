package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.bench.Answer;
import org.densepath.bench.Benchmark;
import org.densepath.bench.RowSheet;
import org.densepath.bench.worth.Choice;
import org.densepath.bench.worth.Worth;
import org.densepath.bench.worth.WorthFigure;
import org.densepath.data.Prompt;
import org.densepath.experiment.ModelReference;
import org.densepath.experiment.TrainedPrompts;
import org.densepath.experiment.WorthSamples;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.run.AtomicFiles;
import org.densepath.run.ContentHash;
import org.densepath.text.TokenSequence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Whether the reward is worth following, before any RL.
@Command(
        name = "worth",
        description = {
            "Draw samples from π_SFT on held-out prompts with a checker, and say how often Σ r̂ (and Σ log π_SFT, and"
                    + " the length) is higher for a right than for a wrong sample of the same prompt, and how success"
                    + " grows when the best of n is taken.",
            "",
            "OUT gets settings.json, samples.jsonl, scores.json and a figure; started again it goes on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench worth tasks -m R:sft -r R:reference -p sample-data/validation.jsonl -o worth",
            "  densepath bench worth gsm8k -m R:sft -r R:sft@0.25 -p gsm8k_test.jsonl --samples 8 -o worth"
        })
final class BenchWorthCommand implements Callable<Integer> {
    private static final int TOKEN_BUDGET = 2048;

    private final Streams streams;

    @Parameters(paramLabel = "BENCH", description = "ifeval, gsm8k, or tasks (of sample-data).")
    private BenchmarkChoice benchmark;

    @Mixin
    private CreditModelOptions models;

    @Mixin
    private PromptsOption prompts;

    @Mixin
    private MeasureOptions measure;

    @Option(names = "--samples", paramLabel = "N", defaultValue = "16", description = "For each prompt (16).")
    private int samples;

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "1", description = "Of the samples (1).")
    private double temperature;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "A sample is cut after so many tokens (default: the benchmark's own).")
    private Integer maxTokens;

    @Option(names = "--allow-overlap", description = "Draw although prompts were trained on; else that is an error.")
    private boolean allowOverlap;

    @Option(
            names = "--require-auroc",
            paramLabel = "X",
            description = "Exit with 1 where the lower end of the interval of the AUROC of Σ r̂ is below X, so that a"
                    + " script may stop before DPR.")
    private Double required;

    @Mixin
    private FigureOptions figures;

    @Mixin
    private EngineOptions engine;

    BenchWorthCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (samples < 2 || maxTokens != null && maxTokens < 1 || !(temperature > 0)) {
            throw new BadInputException("--samples must be 2 or more, --max-tokens 1 or more, --temperature above 0.");
        }
        Benchmark opened = benchmark.open(prompts.file(), measure.limit());
        if (!allowOverlap) {
            ModelReference.inRun(models.model()).ifPresent(part -> TrainedPrompts.refuse(part.run(), opened.prompts()));
        }
        int tokens = maxTokens == null ? opened.maxNewTokens() : maxTokens;
        RowSheet sheet = RowSheet.open(measure.output(), "samples.jsonl", settings(opened, tokens));
        Worth worth;
        try (Models loaded = models.open(streams, engine);
                Progress progress = new Progress(streams)) {
            SamplingSettings sampling = SamplingSettings.sampling(
                    temperature, 1, tokens, samples, loaded.policy().endIds());
            WorthSamples drawn = samples(loaded, opened, sampling);
            long began = System.nanoTime();
            drawn.write(
                    sheet,
                    (done, so) -> progress.at(
                            done / (double) drawn.all(), BenchAnswers.counts(done, drawn.all(), so, began)));
            worth = Worth.of(drawn.kept(sheet));
        }
        AtomicFiles.write(measure.output().resolve("scores.json"), worth.json().toPrettyString() + "\n");
        new BenchFigures(figures, measure.output().resolve("figures"), models.provenance())
                .draw("best-of-n", WorthFigure.of(worth));
        if (measure.json()) {
            streams.out().println(worth.json());
        } else {
            print(worth);
        }
        streams.out().flush();
        return gate(worth);
    }

    private WorthSamples samples(Models loaded, Benchmark opened, SamplingSettings sampling) {
        List<Prompt> asked = opened.prompts();
        return new WorthSamples(
                loaded.policy(),
                loaded.policy().model(),
                asked,
                (place, rollout, text) -> opened.right(asked.get(place), answer(asked.get(place), rollout, text)),
                rollouts -> sums(loaded, rollouts),
                sampling,
                measure.seed());
    }

    private static Answer answer(Prompt prompt, Rollout rollout, String text) {
        return new Answer(prompt.id(), prompt.text(), text, "", rollout.sample(), rollout.cut(), 0);
    }

    private static List<WorthSamples.Sums> sums(Models loaded, List<Rollout> rollouts) {
        List<TokenSequence> sequences = rollouts.stream().map(Rollout::sequence).toList();
        List<SequenceScores> bySft = new TokenScorer(loaded.policy().model(), TOKEN_BUDGET).score(sequences);
        List<SequenceScores> byReference = new TokenScorer(loaded.reference().model(), TOKEN_BUDGET).score(sequences);
        List<WorthSamples.Sums> sums = new ArrayList<>();
        for (int i = 0; i < rollouts.size(); i++) {
            double logp = bySft.get(i).sum();
            sums.add(new WorthSamples.Sums(logp - byReference.get(i).sum(), logp));
        }
        return sums;
    }

    private int gate(Worth worth) {
        Optional<String> shortfall = required == null ? Optional.empty() : worth.shortfall(required);
        shortfall.ifPresent(
                measured -> streams.err().println(measured + "; choose another reference, or train SFT further."));
        return shortfall.isPresent() ? Failures.FAILED : Failures.OK;
    }

    private ObjectNode settings(Benchmark opened, int tokens) {
        ObjectNode settings = RowStream.JSON.createObjectNode().put("benchmark", "worth-" + opened.name());
        models.into(settings);
        settings.put("promptsSha256", ContentHash.sha256(prompts.file())).put("seed", measure.seed());
        return settings.put("samples", samples).put("temperature", temperature).put("maxNewTokens", tokens);
    }

    private void print(Worth worth) {
        streams.out().printf("%d prompts, %d with right and wrong samples%n", worth.prompts(), worth.mixed());
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("chosen by", "AUROC"));
        worth.curves().get(Worth.ANY).keySet().forEach(n -> head.add("best of " + n));
        rows.add(head);
        for (Choice choice : Choice.values()) {
            rows.add(row(choice.label(), worth.auroc().get(choice).text(), worth, choice.key()));
        }
        rows.add(row("a right one where there is any", "", worth, Worth.ANY));
        Table.lines(rows).forEach(streams.out()::println);
    }

    private static List<String> row(String label, String auroc, Worth worth, String curve) {
        List<String> row = new ArrayList<>(List.of(label, auroc));
        worth.curves().get(curve).values().forEach(score -> row.add(score.text()));
        return row;
    }
}
