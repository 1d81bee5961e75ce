package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What models say about given answers, token by token: log-probability, entropy, rank, and against a reference
/// the dense reward r̂ = log π − log π_ref with its return-to-go.
@Command(
        name = "score",
        description = {
            "Score given answers token by token: log-probability, entropy in nats, rank (1: the likeliest).",
            "With --reference also the dense reward log pi - log pi_ref and its undiscounted return-to-go.",
            "",
            "A row is {\"prompt\": text or messages, \"answer\": text} or {\"ids\": [...], \"promptLength\": n}.",
            "A prompt's text is one user message in the model's chat template; the answer is closed with the end token."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath score --model runs/my-run:sft --reference runs/my-run:reference -i rows.jsonl -o scores.jsonl",
            "  echo '{\"prompt\": \"2+2?\", \"answer\": \"4\"}' | densepath score --model model.gguf --top 5"
        })
final class ScoreCommand implements Callable<Integer> {
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
            description = "The model that the reward is relative to, such as RUN:reference.")
    private String reference;

    @Option(
            names = "--top",
            paramLabel = "K",
            defaultValue = "0",
            description = "Also tell the K likeliest tokens at each position, under both models.")
    private int top;

    @Mixin
    private RowOptions rows;

    @Mixin
    private EngineOptions engine;

    ScoreCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 0) {
            throw new BadInputException("--top is " + top + "; expected 0 or more.");
        }
        rows.check();
        try (Models models = Models.open(streams, engine, model, reference)) {
            ScoredRows scored = new ScoredRows(models.policy(), models.reference(), top);
            RowFields fields = new RowFields(models.policy());
            RowStream<RowFields.Answered> stream =
                    new RowStream<>(streams, WINDOW, fields::answered, (all, _) -> single(scored, all));
            return rows.run(streams, stream::run);
        }
    }

    private static List<List<ObjectNode>> single(ScoredRows scored, List<RowStream.Row<RowFields.Answered>> rows) {
        return scored.answer(rows.stream().map(RowStream.Row::content).toList()).stream()
                .map(List::of)
                .toList();
    }
}
