package org.densepath.cli;

import java.util.concurrent.Callable;
import org.densepath.bench.Score;
import org.densepath.bench.Scores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The scores of a file of answers.
@Command(
        name = "score",
        description = {
            "Score the answers of a file, with 95 % intervals over prompts. Each prompt must have an answer and each"
                    + " answer a prompt, else nothing is scored.",
            "",
            "A row is {\"key\": the prompt's key or id, or \"prompt\": its text; \"response\" or \"text\": ...}."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench score ifeval --prompts ifeval.jsonl --answers answers.jsonl",
            "  densepath bench score gsm8k --prompts gsm8k_test.jsonl --answers answers.jsonl --json"
        })
final class BenchScoreCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "BENCH", description = "ifeval, gsm8k, or tasks (of sample-data).")
    private BenchmarkChoice benchmark;

    @Mixin
    private PromptsOption prompts;

    @Mixin
    private AnswersOption answers;

    @Mixin
    private ScoringOptions scoring;

    BenchScoreCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        print(streams, benchmark.open(prompts.file(), scoring.limit()).score(answers.file()), scoring.json());
        return Failures.OK;
    }

    static void print(Streams streams, Scores scores, boolean json) {
        if (json) {
            streams.out().println(scores.json());
        } else {
            scores.all().stream().map(Score::line).forEach(streams.out()::println);
        }
        streams.out().flush();
    }
}
