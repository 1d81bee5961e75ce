package org.densepath.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.Generator;
import org.densepath.model.Randomness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Draws answers to prompts: from a model, the best of several by the dense reward, or by contrast with a
/// reference.
@Command(
        name = "generate",
        description = {
            "Answer prompts: draw from a model, keep the best of several by the dense reward, or draw by contrast"
                    + " with a reference.",
            "",
            "A row is {\"prompt\": text or messages} or {\"ids\": [...]}. An answer's line holds the prompt's index,"
                    + " the sample, ids, text, the log-probabilities that its tokens were drawn with, and why it ended:"
                    + " end (a token) or length."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath generate --model runs/my-run:dpr --greedy -i prompts.jsonl -o answers.jsonl",
            "  densepath generate --model R:sft --reference R:reference --best-of 8 < prompts.jsonl",
            "  densepath generate --model R:sft --reference R:reference --contrast 0.5 --min-p 0.05 < prompts.jsonl"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final int WINDOW = 64;

    private final Streams streams;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "M",
            required = true,
            description = "A Hugging Face folder, a GGUF file, or a part of a run: RUN:sft, RUN:sft@0.25, RUN:dpr@40.")
    private String model;

    @Option(
            names = {"-r", "--reference"},
            paramLabel = "R",
            description = "The reference of --best-of and --contrast, such as RUN:reference.")
    private String reference;

    @Option(
            names = "--contrast",
            paramLabel = "A",
            description = "Draw from pi^(1+A) pi_ref^(-A): further along from the reference to the model.")
    private Double contrast;

    @Option(
            names = "--min-p",
            paramLabel = "X",
            defaultValue = "0",
            description = "With --contrast: only tokens at least X times as likely as the best one (default: 0, all).")
    private double minP;

    @Mixin
    private SamplingOptions sampling;

    @Mixin
    private RowOptions rows;

    @Mixin
    private EngineOptions engine;

    GenerateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        rows.check();
        try (Models models = Models.open(streams, engine, model, reference)) {
            LoadedModel policy = models.policy();
            Generator generator = contrast == null
                    ? new Generator(policy.model())
                    : new Generator(
                            policy.model(),
                            new Generator.Contrast(models.reference().model(), contrast, minP));
            GeneratedRows generated = new GeneratedRows(
                    policy,
                    sampling.keepsBest() ? models.reference() : null,
                    generator,
                    sampling.settings(policy.endIds()),
                    new Randomness(sampling.seed()),
                    WINDOW);
            RowStream<RowFields.Prompt> stream =
                    new RowStream<>(streams, WINDOW, new RowFields(policy)::prompt, generated::answer);
            return rows.run(streams, stream::run);
        }
    }

    private void checkOptions() {
        sampling.settings(new int[0]);
        boolean compares = contrast != null || sampling.keepsBest();
        if (compares && reference == null) {
            throw new BadInputException((contrast != null ? "--contrast" : "--best-of") + " needs --reference.");
        }
        if (!compares && reference != null) {
            throw new BadInputException("--reference is used with --best-of or --contrast; add one of them.");
        }
        if (contrast != null && !Double.isFinite(contrast)) {
            throw new BadInputException("--contrast is " + contrast + "; expected a finite number.");
        }
        if (!(minP >= 0 && minP <= 1)) {
            throw new BadInputException("--min-p is " + minP + "; expected 0 to 1.");
        }
        if (contrast == null && minP > 0) {
            throw new BadInputException("--min-p is used with --contrast; add it.");
        }
    }
}
