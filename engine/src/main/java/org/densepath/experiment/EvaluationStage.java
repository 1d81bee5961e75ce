package org.densepath.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;
import org.densepath.model.LanguageModel;
import org.densepath.model.Rollout;
import org.densepath.model.TokenScorer;
import org.densepath.reward.SequenceStatistics;
import org.densepath.run.AtomicFiles;
import org.densepath.run.Event;
import org.densepath.run.Track;
import org.densepath.text.TokenSequence;

/// Scores a policy on the held-out prompts, greedy and sampled, with bootstrap intervals over prompts, and keeps
/// every answer.
final class EvaluationStage {
    static final String BENCHMARK = "held-out";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Worker worker;
    private final HeldOut heldOut;
    private final int seed;

    EvaluationStage(Worker worker, HeldOut heldOut, int seed) {
        this.worker = worker;
        this.heldOut = heldOut;
        this.seed = seed;
    }

    /// The track under which an arm's evaluation is told.
    static Track track(String arm, int seed) {
        return new Track("evaluation", arm, seed);
    }

    /// Scores an answerer under the name `arm`.
    void run(String arm, Answerer answerer) {
        Track track = track(arm, seed);
        worker.journal().tell(new Event.StageStarted(track.stage(), track.arm(), track.seed(), 0));
        Told told = new Told(track, heldOut.answers(answerer));
        long drawn = 0;
        if (answerer.greedy()) {
            HeldOut.Answers answers = heldOut.greedy(answerer, told);
            drawn += answers.drawn();
            told.before = answers.rollouts().size();
            score(arm, "greedy", answers);
            keep(arm, "greedy", answers);
            if (answerer.isPlain()) {
                references(arm, answerer.policy());
            }
        }
        HeldOut.Answers sampled = heldOut.sampled(answerer, told);
        score(arm, "sampled", sampled);
        keep(arm, "sampled", sampled);
        if (sampled.checked()) {
            double auroc = HeldOut.auroc(sampled);
            tell(
                    arm,
                    "auroc_return",
                    new Interval(auroc, Double.NaN, Double.NaN),
                    sampled.rollouts().size());
        }
        Compute.ofTraining(worker, arm, seed)
                .withAnswers(drawn + sampled.drawn())
                .write(worker.journal().folder(), arm, seed);
        worker.journal().tell(new Event.StageFinished(track.stage(), track.arm(), track.seed()));
    }

    /// Tells how many answers have been given, about once a second, and hears whether to give up.
    private final class Told implements IntConsumer {
        private static final long EVERY_NANOS = 1_000_000_000L;
        private final Track track;
        private final int total;
        private int before;
        private long last = System.nanoTime();

        Told(Track track, int total) {
            this.track = track;
            this.total = total;
        }

        @Override
        public void accept(int ended) {
            worker.journal().obeyAbort();
            if (System.nanoTime() - last > EVERY_NANOS) {
                last = System.nanoTime();
                worker.journal().progress(track, before + ended, total, "answer");
            }
        }
    }

    private void score(String arm, String way, HeldOut.Answers answers) {
        int n = answers.rollouts().size();
        if (answers.checked()) {
            tell(arm, "success_" + way, interval(answers.checkByPrompt()), n);
        }
        tell(arm, "return_" + way, interval(answers.returnByPrompt()), n);
        tell(arm, "length_" + way, interval(answers.lengthByPrompt()), n);
        List<int[]> ids = answers.rollouts().stream().map(Rollout::ids).toList();
        double distinct = SequenceStatistics.distinct(ids, 2);
        tell(arm, "distinct_2_" + way, new Interval(distinct, Double.NaN, Double.NaN), n);
    }

    /// Mean log-probability a token of the prompts' own reference answers, which no reward has seen.
    private void references(String arm, LanguageModel policy) {
        List<TokenSequence> references = heldOut.prompts().references();
        if (!references.isEmpty()) {
            double[] means = new TokenScorer(policy, worker.experiment().dpr().tokenBudget())
                    .score(references).stream()
                            .mapToDouble(s -> s.sum() / s.logp().length)
                            .toArray();
            tell(arm, "reference_logp", interval(means), references.size());
        }
    }

    private Interval interval(double[] byPrompt) {
        return Bootstrap.mean(byPrompt, worker.experiment().evaluation().bootstrap(), seed);
    }

    private void tell(String arm, String score, Interval i, int total) {
        worker.journal()
                .tell(new Event.ScoreComputed(
                        BENCHMARK, arm, seed, score, i.value(), i.low(), i.high(), total, 0, total));
    }

    private void keep(String arm, String way, HeldOut.Answers answers) {
        Path file = KeptAnswers.file(worker.journal().folder(), arm, seed, way);
        AtomicFiles.file(file, temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                for (int i = 0; i < answers.rollouts().size(); i++) {
                    Rollout r = answers.rollouts().get(i);
                    ObjectNode row = JSON.createObjectNode()
                            .put(
                                    "prompt",
                                    heldOut.prompts().prompts().get(r.prompt()).text())
                            .put("family", heldOut.prompts().family(r.prompt()))
                            .put("sample", r.sample())
                            .put("answer", worker.base().decodeResponse(r.ids()))
                            .put("ended", r.cut() ? "length" : "end")
                            .put("return", answers.returns()[i])
                            .put("tokens", r.ids().length);
                    if (!Double.isNaN(answers.checks()[i])) {
                        row.put("check", answers.checks()[i]);
                    }
                    out.write(JSON.writeValueAsString(row));
                    out.newLine();
                }
            }
        });
    }
}
