package org.densepath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.bench.Score;
import org.densepath.bench.credit.CreditAgreement;
import org.densepath.bench.credit.CreditPoint;
import org.densepath.bench.credit.CreditScatter;
import org.densepath.bench.judge.TurnAnswers;
import org.densepath.bench.judge.audit.CheckFile;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;
import org.densepath.data.Prompt;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.run.AtomicFiles;
import org.densepath.text.TokenSequence;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether credit orders answers as a judge or a checker does.
@Command(
        name = "credit",
        description = {
            "Say whether Σ r̂ and mean r̂ order answers as a judge's verdicts or a checker do: AUC, a scatter plot, and"
                    + " the answers on which they differ most.",
            "",
            "Verdicts of comparisons need both models' answers; of several turns the first is taken. OUT gets"
                    + " scores.json with all points, and a figure."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench credit -m R:sft -r R:reference -p question.jsonl -a dpr.jsonl -b sft.jsonl"
                    + " --verdicts judged/verdicts.jsonl -o credit",
            "  densepath bench credit -m R:sft -r R:reference -p ifeval.jsonl -a answers.jsonl --checks checks.jsonl"
                    + " -o c"
        })
final class BenchCreditCommand implements Callable<Integer> {
    private static final int TOKEN_BUDGET = 2048;
    private static final int DISAGREEMENTS = 10;

    private final Streams streams;

    @Mixin
    private CreditModelOptions models;

    @Mixin
    private PromptsOption prompts;

    @Mixin
    private AnswersOption answers;

    @Option(
            names = {"-b", "--baseline"},
            paramLabel = "B",
            description = "The other model's answers, where the verdicts compare.")
    private Path baseline;

    @ArgGroup(multiplicity = "1")
    private By by;

    static final class By {
        @Option(names = "--verdicts", paramLabel = "FILE", description = "A verdicts.jsonl, or the folder it is in.")
        private Path verdicts;

        @Option(
                names = "--checks",
                paramLabel = "FILE",
                description = "Which answers are right: rows {\"key\", \"correct\"}, or what bench verify writes.")
        private Path checks;
    }

    @Mixin
    private OutputOption output;

    @Mixin
    private ScoringOptions scoring;

    @Mixin
    private FigureOptions figures;

    @Mixin
    private EngineOptions engine;

    BenchCreditCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<Prompt> all = BenchmarkPrompts.read(prompts.file(), 0);
        Map<String, Double> judged = new HashMap<>();
        boolean compares = judged(judged);
        if (compares == (baseline == null)) {
            throw new BadInputException(
                    compares
                            ? "These verdicts compare two models' answers; name the other one's by --baseline."
                            : "Ratings and checks are of one model's answers; leave --baseline out.");
        }
        TurnAnswers own = TurnAnswers.read(answers.file(), all, "");
        TurnAnswers other = compares ? TurnAnswers.read(baseline, all, "") : null;
        long most = scoring.limit() == 0 ? all.size() : scoring.limit();
        List<Prompt> asked =
                all.stream().limit(most).filter(p -> judged.containsKey(p.id())).toList();
        if (asked.size() < 2) {
            throw new BadInputException(
                    "Fewer than two of these prompts were judged; name the verdicts or checks of" + " these answers.");
        }
        List<CreditPoint> points = new ArrayList<>();
        try (Models loaded = models.open(streams, engine)) {
            List<double[]> mine = credit(loaded, asked, own);
            List<double[]> theirs = compares ? credit(loaded, asked, other) : null;
            for (int i = 0; i < asked.size(); i++) {
                String key = asked.get(i).id();
                double sum = mine.get(i)[0] - (compares ? theirs.get(i)[0] : 0);
                double mean = mine.get(i)[1] - (compares ? theirs.get(i)[1] : 0);
                points.add(new CreditPoint(key, sum, mean, judged.get(key)));
            }
        }
        CreditAgreement agreement = new CreditAgreement(points, compares);
        AtomicFiles.write(
                output.folder().resolve("scores.json"),
                agreement.json(DISAGREEMENTS).toPrettyString() + "\n");
        new BenchFigures(figures, output.folder().resolve("figures"), models.provenance())
                .draw("credit", CreditScatter.of(points, compares));
        if (scoring.json()) {
            streams.out().println(agreement.json(DISAGREEMENTS));
        } else {
            agreement.scores().stream().map(Score::line).forEach(streams.out()::println);
            streams.out().println("they differ most on:");
            agreement.disagreements(DISAGREEMENTS).forEach(p -> streams.out()
                    .printf(Locale.ROOT, "  %s  Σ r̂ %+.3f, judged %.3g%n", p.key(), p.sum(), p.judged()));
        }
        streams.out().flush();
        return Failures.OK;
    }

    /// Adds what is judged of each key, and tells whether verdicts compare. Of a pair's games the mean counts.
    private boolean judged(Map<String, Double> into) {
        if (by.checks != null) {
            CheckFile.read(by.checks).forEach((key, right) -> into.put(key, right ? 1.0 : 0.0));
            return false;
        }
        Path file = Files.isDirectory(by.verdicts) ? by.verdicts.resolve("verdicts.jsonl") : by.verdicts;
        List<Verdict> verdicts = VerdictFile.read(file).verdicts().stream()
                .filter(v -> v.judged() && v.turn() == 1)
                .toList();
        into.putAll(verdicts.stream()
                .collect(Collectors.groupingBy(Verdict::key, Collectors.averagingDouble(Verdict::value))));
        return verdicts.stream().anyMatch(Verdict::compares);
    }

    /// Σ r̂ and mean r̂ of each prompt's first answer.
    private static List<double[]> credit(Models loaded, List<Prompt> asked, TurnAnswers answers) {
        LoadedModel policy = loaded.policy();
        List<TokenSequence> sequences = asked.stream()
                .map(p -> TokenSequence.of(
                        policy.encodePrompt(p.messages().subList(0, firstTurn(p))),
                        policy.encodeWholeAnswer(answers.first(p))))
                .toList();
        List<SequenceScores> bySft = new TokenScorer(policy.model(), TOKEN_BUDGET).score(sequences);
        List<SequenceScores> byReference = new TokenScorer(loaded.reference().model(), TOKEN_BUDGET).score(sequences);
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            double sum = bySft.get(i).sum() - byReference.get(i).sum();
            all.add(new double[] {sum, sum / Math.max(1, sequences.get(i).responseLength())});
        }
        return all;
    }

    /// How many messages stand before the first answer.
    private static int firstTurn(Prompt prompt) {
        return prompt.fields().path("turns").isArray() ? 1 : prompt.messages().size();
    }
}
