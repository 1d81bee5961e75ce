package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.bench.AnswerSheet;
import org.densepath.bench.Benchmark;
import org.densepath.bench.RowSheet;
import org.densepath.bench.judge.AnsweringSettings;
import org.densepath.bench.judge.JudgedChoice;
import org.densepath.data.Prompt;
import org.densepath.experiment.ModelReference;
import org.densepath.experiment.TrainedPrompts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers a benchmark with a model and scores the answers.
@Command(
        name = "run",
        description = {
            "Answer a benchmark's prompts with a model, with the benchmark's temperature and limit on length, and score"
                    + " the answers where that needs no judge (ifeval, gsm8k, tasks).",
            "",
            "Started again it goes on: answers that are there are not made again. OUT holds settings.json,"
                    + " answers.jsonl and scores.json; for a part of a run it is RUN/bench/BENCH/ARM-seed-N."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench run tasks --model R:dpr --prompts sample-data/test.jsonl",
            "  densepath bench run ifeval --model model.gguf --prompts ifeval.jsonl --output answers --limit 50",
            "  densepath bench run mt-bench --model R:dpr --prompts mt_bench_question.jsonl"
        })
final class BenchRunCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            paramLabel = "BENCH",
            description =
                    "ifeval, gsm8k, tasks (of sample-data); mt-bench, arena-hard-v0.1, arena-hard-v2.0, alpaca-eval,"
                            + " lima, which bench judge then has judged.")
    private String benchmark;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "M",
            required = true,
            description = "A Hugging Face folder, a GGUF file, or a part of a run: RUN:sft, RUN:dpr#2.")
    private String model;

    @Mixin
    private PromptsOption prompts;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The folder for the answers; a part of a run has one of its own.")
    private Path output;

    @Mixin
    private ScoringOptions scoring;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "An answer is cut after so many tokens (default: 1280 ifeval, 512 gsm8k, 64 tasks, 1024"
                    + " mt-bench, 4096 arena-hard, 2048 alpaca-eval and lima).")
    private Integer maxTokens;

    @Option(names = "--allow-overlap", description = "Score although prompts were trained on; else that is an error.")
    private boolean allowOverlap;

    @Mixin
    private EngineOptions engine;

    BenchRunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (maxTokens != null && maxTokens < 1) {
            throw new BadInputException("--max-tokens must be 1 or more.");
        }
        if (JudgedChoice.isNamed(benchmark)) {
            return judged(JudgedChoice.named(benchmark));
        }
        Benchmark opened = BenchmarkChoice.named(benchmark).open(prompts.file(), scoring.limit());
        Path folder = folder(opened.name(), opened.prompts());
        int tokens = maxTokens == null ? opened.maxNewTokens() : maxTokens;
        try (Models models = Models.open(streams, engine, model, null)) {
            BenchAnswers answers = new BenchAnswers(models.policy(), ModelReference.resolve(model), tokens);
            AnswerSheet sheet = AnswerSheet.open(folder, answers.settings(opened.name()));
            try (Progress progress = new Progress(streams)) {
                answers.write(opened.prompts(), sheet, progress);
            }
            BenchScoreCommand.print(streams, sheet.score(opened, scoring.limit() > 0), scoring.json());
            return Failures.OK;
        }
    }

    /// The answers alone: their score is a judge's to give.
    private int judged(JudgedChoice choice) {
        List<Prompt> asked = choice.open(prompts.file(), scoring.limit());
        Path folder = folder(choice.label(), asked);
        AnsweringSettings settings = new AnsweringSettings(choice);
        int tokens = maxTokens == null ? settings.maxNewTokens() : maxTokens;
        try (Models models = Models.open(streams, engine, model, null);
                Progress progress = new Progress(streams)) {
            TurnGeneration answers = new TurnGeneration(models.policy(), settings, tokens);
            RowSheet sheet = RowSheet.open(folder, "answers.jsonl", answers.settings(ModelReference.resolve(model)));
            int withoutRoom = answers.write(asked, sheet, progress);
            if (withoutRoom > 0) {
                streams.err()
                        .println(withoutRoom + " later turns have no answer: the conversation leaves no room in "
                                + models.policy().name() + ".");
            }
            if (scoring.json()) {
                ObjectNode done = RowStream.JSON.createObjectNode().put("benchmark", choice.label());
                streams.out().println(done.put("prompts", asked.size()).put("answers", String.valueOf(sheet.file())));
            } else {
                streams.out().println(sheet.file());
            }
            streams.out().flush();
            return Failures.OK;
        }
    }

    /// Throws [BadInputException] where the run was trained on prompts, or no folder is named.
    private Path folder(String name, List<Prompt> asked) {
        Optional<ModelReference.RunPart> part = ModelReference.inRun(model);
        if (!allowOverlap) {
            part.ifPresent(p -> TrainedPrompts.refuse(p.run(), asked));
        }
        return Optional.ofNullable(output)
                .or(() -> part.map(p -> p.run().bench(name, p.name(), p.seed())))
                .orElseThrow(() -> new BadInputException(
                        "--output is missing: name a folder for the answers of a model that is no part of a run."));
    }
}
