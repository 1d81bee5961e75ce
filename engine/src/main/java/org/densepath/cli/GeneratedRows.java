package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.Generator;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.text.TokenSequence;

/// Rows with their answers, as `densepath generate` writes them. Where there is a `judge`, only the sample with
/// the largest Σ_t r̂_t = Σ_t (log π − log π_judge) is kept.
record GeneratedRows(
        LoadedModel model,
        LoadedModel judge,
        Generator generator,
        SamplingSettings settings,
        Randomness randomness,
        int window) {
    private static final int TOKEN_BUDGET = 2048;

    List<List<ObjectNode>> answer(List<RowStream.Row<RowFields.Prompt>> rows, Progress progress) {
        int first = rows.getFirst().index();
        int all = rows.size() * settings.samplesPerPrompt();
        return answer(
                rows,
                ended -> progress.at(
                        Double.NaN,
                        "rows " + (first + 1) + " to " + (first + rows.size()) + ": " + ended + " of " + all
                                + " answers"));
    }

    /// `afterToken` is told, after each token step, how many answers have ended; it may throw to give up.
    List<List<ObjectNode>> answer(List<RowStream.Row<RowFields.Prompt>> rows, IntConsumer afterToken) {
        List<int[]> prompts = rows.stream().map(row -> row.content().ids()).toList();
        int first = rows.getFirst().index();
        int n = settings.samplesPerPrompt();
        // the generator numbers the prompts of one call: each window draws from a stream of its own
        List<Rollout> rollouts = generator.generate(prompts, settings, randomness.derive(first / window), afterToken);
        double[] sums = judge == null ? null : sums(rollouts);
        List<List<ObjectNode>> answers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<ObjectNode> lines = new ArrayList<>();
            int best = sums == null ? -1 : best(sums, i * n, n);
            for (int sample = 0; sample < n; sample++) {
                if (sums == null || sample == best) {
                    lines.add(line(rows.get(i), rollouts.get(i * n + sample)));
                }
            }
            if (sums != null) {
                var all = lines.getFirst().putArray("sums");
                for (int sample = 0; sample < n; sample++) {
                    all.add(sums[i * n + sample]);
                }
            }
            answers.add(lines);
        }
        return answers;
    }

    private ObjectNode line(RowStream.Row<RowFields.Prompt> row, Rollout rollout) {
        ObjectNode line = RowStream.JSON.createObjectNode();
        line.put("prompt", row.index()).put("sample", rollout.sample());
        RowFields.put(line, "ids", rollout.ids());
        if (model.hasTokenizer()) {
            line.put("text", model.decodeResponse(rollout.ids()));
        }
        RowFields.put(line, "logp", rollout.logp());
        line.put("ended", rollout.cut() ? "length" : "end");
        RowFields.putWarnings(line, row.content().warnings());
        return line;
    }

    /// Σ_t r̂_t of each response, by the models themselves and not by the distribution that was drawn from.
    private double[] sums(List<Rollout> rollouts) {
        List<TokenSequence> sequences = rollouts.stream().map(Rollout::sequence).toList();
        List<SequenceScores> own = new TokenScorer(model.model(), TOKEN_BUDGET).score(sequences);
        List<SequenceScores> other = new TokenScorer(judge.model(), TOKEN_BUDGET).score(sequences);
        double[] sums = new double[sequences.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = own.get(i).sum() - other.get(i).sum();
        }
        return sums;
    }

    /// The first of the largest.
    private static int best(double[] sums, int from, int n) {
        int best = 0;
        for (int sample = 1; sample < n; sample++) {
            best = sums[from + sample] > sums[from + best] ? sample : best;
        }
        return best;
    }
}
