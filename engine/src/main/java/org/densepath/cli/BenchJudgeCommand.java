package org.densepath.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.bench.judge.AskingSettings;
import org.densepath.bench.judge.JudgeScore;
import org.densepath.bench.judge.JudgeScores;
import org.densepath.bench.judge.JudgedChoice;
import org.densepath.bench.judge.Judging;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.CapReachedException;
import org.densepath.bench.judge.ask.Interview;
import org.densepath.bench.judge.ask.Judge;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.ask.LocalJudge;
import org.densepath.bench.judge.ask.ReplyStore;
import org.densepath.bench.judge.endpoint.CostEstimate;
import org.densepath.bench.judge.endpoint.Endpoint;
import org.densepath.bench.judge.endpoint.EndpointJudge;
import org.densepath.bench.judge.endpoint.Spending;
import org.densepath.experiment.LoadedModel;
import org.densepath.experiment.ModelReference;
import org.densepath.run.ContentHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has a judge rate or compare a model's answers.
@Command(
        name = "judge",
        description = {
            "Have a judge rate a model's answers (mt-bench), or compare them with a baseline's (arena-hard-v0.1,"
                    + " arena-hard-v2.0, alpaca-eval, lima).",
            "",
            "OUT gets judge.json, verdicts.jsonl and scores.json. Every reply is kept in replies.jsonl: what was asked"
                    + " is not asked again, and a stopped judging goes on by the same command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench judge mt-bench --data mt-bench --answers answers.jsonl --judge https://host/v1"
                    + " --judge-model NAME --key-env JUDGE_KEY --estimate",
            "  densepath bench judge arena-hard-v0.1 --data question.jsonl --answers dpr.jsonl --baseline sft.jsonl"
                    + " --judge http://localhost:8000/v1 --judge-model NAME --output judged",
            "  densepath bench judge lima --data lima.jsonl --answers dpr.jsonl --baseline sft.jsonl --judge model.gguf"
                    + " --output judged"
        })
final class BenchJudgeCommand implements Callable<Integer> {
    private static final int STOPPED = 3;

    private final Streams streams;

    @Parameters(paramLabel = "BENCH", description = "mt-bench, arena-hard-v0.1, arena-hard-v2.0, alpaca-eval or lima.")
    private String benchmark;

    @Mixin
    private JudgedFileOptions files;

    @Mixin
    private JudgeOptions judge;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "The judge's (default: the benchmark's own, 0; 1 with labels, which draws nothing).")
    private Double temperature;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "A reply is cut after so many (default: the benchmark's own).")
    private Integer maxTokens;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "1",
            description = "Ask each question so often, to see how the judge agrees with itself (default: 1).")
    private int repeats;

    @Option(names = "--estimate", description = "Only tell how many questions there are and what they would cost.")
    private boolean estimate;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where replies.jsonl lies (default: for a run's answers RUN/bench/replies, else OUT).")
    private Path cache;

    @Mixin
    private EngineOptions engine;

    BenchJudgeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        double cap = judge.cap();
        AskingSettings asking = new AskingSettings(temperature, maxTokens, repeats, !judge.remote());
        files.refuseTrained(JudgedChoice.named(benchmark));
        Judging judging = Judging.open(JudgedChoice.named(benchmark), files.files(), asking);
        judging.notes().forEach(streams.err()::println);
        Path folder = files.output();
        if (!judge.remote() && estimate) {
            throw new BadInputException(
                    "--estimate tells an endpoint's cost, and a local model has none; leave it out.");
        }
        if (!judge.remote()) {
            return local(judging, folder);
        }
        Endpoint endpoint = judge.endpoint(System.getenv());
        String identity = new EndpointJudge(endpoint, new Spending(judge.prices(), cap, 0)).identity();
        if (!estimate) {
            judging.claim(folder, endpoint.model(), identity, files.overwrite());
        } else if (!Files.exists(cache(folder).resolve(ReplyStore.FILE))) {
            return estimated(new LinkedHashSet<>(judging.requests()));
        }
        try (ReplyStore store = ReplyStore.open(cache(folder))) {
            Interview interview = new Interview(store, identity, judging.requests());
            if (estimate) {
                return estimated(interview.missing());
            }
            streams.err()
                    .println(
                            CostEstimate.of(interview.missing(), judge.prices()).line(judge.prices()));
            Spending spending = new Spending(judge.prices(), cap, judge.prices().of(interview.known()));
            return judged(judging, interview, new EndpointJudge(endpoint, spending), folder);
        }
    }

    private int estimated(Collection<JudgeRequest> missing) {
        streams.out().println(CostEstimate.of(missing, judge.prices()).line(judge.prices()));
        streams.out().flush();
        return Failures.OK;
    }

    private int local(Judging judging, Path folder) {
        try (Models models = Models.open(streams, engine, judge.judge(), null);
                ReplyStore store = ReplyStore.open(cache(folder))) {
            LoadedModel model = models.policy();
            String hash = ContentHash.sha256(ModelReference.resolve(judge.judge()));
            LocalJudge local = new LocalJudge(model.model(), hash, model::encodePrompt, model::encodeAnswer);
            Interview interview = new Interview(store, local.identity(), judging.requests());
            judging.claim(folder, local.name(), local.identity(), files.overwrite());
            return judged(judging, interview, local, folder);
        }
    }

    private int judged(Judging judging, Interview interview, Judge asked, Path folder) {
        Map<JudgeRequest, Asked> ends;
        try (Progress progress = new Progress(streams)) {
            ends = interview.ask(
                    asked,
                    done -> progress.at(
                            done / (double) interview.size(), done + " of " + interview.size() + " replies"));
        } catch (CapReachedException e) {
            streams.err().println(e.getMessage() + " " + kept(interview));
            return STOPPED;
        } catch (BadInputException e) {
            throw new BadInputException(e.getMessage() + " " + kept(interview), e);
        }
        JudgeScores scores = judging.finish(ends, folder, asked.name());
        if (files.json()) {
            streams.out().println(scores.json());
        } else {
            scores.all().stream().map(JudgeScore::line).forEach(streams.out()::println);
        }
        streams.out().flush();
        return told(scores);
    }

    private static String kept(Interview interview) {
        return "(" + interview.known().size() + " of " + interview.size() + " replies are kept.)";
    }

    /// What was not answered is a failure of the command, though all the rest is scored.
    private int told(JudgeScores scores) {
        int failed = scores.counts().failed();
        if (failed > 0) {
            streams.err()
                    .println(failed + " of " + scores.counts().total()
                            + " questions have no reply (verdicts.jsonl says why); the same command asks them again.");
        }
        return failed > 0 ? Failures.FAILED : Failures.OK;
    }

    /// A run's arms share their replies.
    private Path cache(Path folder) {
        if (cache != null) {
            return cache;
        }
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path up = absolute.getParent(); up != null; up = up.getParent()) {
            if (Files.isRegularFile(up.resolve("experiment.json"))) {
                return up.resolve("bench").resolve("replies");
            }
        }
        return folder;
    }
}
