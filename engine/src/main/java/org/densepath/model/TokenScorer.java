package org.densepath.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.text.TokenSequence;

/// Scores given sequences under a model, without gradients, in packed batches of at most `tokenBudget` tokens.
public final class TokenScorer {
    private final LanguageModel model;
    private final int tokenBudget;
    private final boolean valueAfterLast;

    public TokenScorer(LanguageModel model, int tokenBudget) {
        this(model, tokenBudget, false);
    }

    /// `valueAfterLast`: also compute V after each sequence's last token.
    public TokenScorer(LanguageModel model, int tokenBudget, boolean valueAfterLast) {
        this.model = model;
        this.tokenBudget = tokenBudget;
        this.valueAfterLast = valueAfterLast;
    }

    /// One [SequenceScores] a sequence, in order.
    public List<SequenceScores> score(List<TokenSequence> sequences) {
        try (Scope scope = model.torch().scope()) {
            return scoreKeepingStates(scope, sequences).scores();
        }
    }

    /// Scores, and keeps the states that predict the response tokens in `keep`: with them a divergence from this
    /// model over the whole vocabulary needs no second pass.
    public ScoredStates scoreKeepingStates(Scope keep, List<TokenSequence> sequences) {
        return model.torch().withoutGradients(() -> {
            List<SequenceScores> all = new ArrayList<>();
            try (Scope scope = model.torch().scope()) {
                List<Tensor> states = new ArrayList<>();
                for (List<TokenSequence> part : PackedBatch.cut(sequences, tokenBudget)) {
                    all.addAll(scoreBatch(scope, new PackedBatch(part, valueAfterLast), states));
                }
                Tensor joined = model.torch().kernels().one(keep, "join_rows", (Object) states.toArray(Tensor[]::new));
                return new ScoredStates(model, sequences, all, joined);
            }
        });
    }

    private List<SequenceScores> scoreBatch(Scope outer, PackedBatch batch, List<Tensor> states) {
        Kernels kernels = model.torch().kernels();
        try (Scope scope = outer.open()) {
            int[] predicting = batch.predictingRows();
            int[] rows = valueAfterLast ? withRowsAfterLast(batch, predicting) : predicting;
            int[] targets = Arrays.copyOf(batch.targets(), rows.length);
            Tensor h = new Decoder(model).states(scope, batch, rows);
            Tensor[] out = kernels.list(
                    scope,
                    "token_scores",
                    h,
                    model.head(),
                    model.logitCap(),
                    scope.ints(targets, targets.length),
                    model.headRows());
            states.add(kernels.one(outer, "first_rows", h, predicting.length));
            float[][] values = new float[out.length][];
            for (int i = 0; i < out.length; i++) {
                values[i] = out[i].toFloats();
            }
            List<SequenceScores> scores = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < batch.sequences().size(); i++) {
                int n = batch.sequences().get(i).responseLength();
                float after = valueAfterLast ? values[3][predicting.length + i] : Float.NaN;
                scores.add(scores(values, at, at + n, after));
                at += n;
            }
            return scores;
        }
    }

    private static int[] withRowsAfterLast(PackedBatch batch, int[] predicting) {
        int[] rows = Arrays.copyOf(predicting, predicting.length + batch.rows().size());
        for (int i = 0; i < batch.rows().size(); i++) {
            rows[predicting.length + i] = batch.rows().get(i).afterLast();
        }
        return rows;
    }

    private static SequenceScores scores(float[][] values, int from, int to, float afterLast) {
        int[] rank = new int[to - from];
        Arrays.setAll(rank, t -> Math.round(values[4][from + t]));
        return new SequenceScores(
                Arrays.copyOfRange(values[0], from, to),
                Arrays.copyOfRange(values[1], from, to),
                Arrays.copyOfRange(values[2], from, to),
                Arrays.copyOfRange(values[3], from, to),
                rank,
                afterLast);
    }
}
