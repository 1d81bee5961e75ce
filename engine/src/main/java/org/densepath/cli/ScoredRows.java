package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.LikeliestTokens;
import org.densepath.model.ScoredStates;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.reward.DenseReward;
import org.densepath.reward.Returns;
import org.densepath.reward.TokenScores;
import org.densepath.tensor.Scope;
import org.densepath.text.TokenSequence;

/// Rows with their scores, as `densepath score` writes them. `reference` may be null; `top` 0 leaves out the
/// alternatives.
record ScoredRows(LoadedModel model, LoadedModel reference, int top) {
    /// Tokens in one pass of the model; at 2048 the activations of a 1B model stay below a gigabyte.
    private static final int TOKEN_BUDGET = 2048;

    List<ObjectNode> answer(List<RowFields.Answered> rows) {
        List<TokenSequence> sequences =
                rows.stream().map(RowFields.Answered::sequence).toList();
        try (Scope scope = model.model().torch().scope()) {
            ScoredStates scored = states(scope, model, sequences);
            ScoredStates relative = reference == null ? null : states(scope, reference, sequences);
            List<ObjectNode> answers = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                ObjectNode answer = answer(rows.get(i), scored.scores().get(i));
                if (relative != null) {
                    putReward(answer, scored.scores().get(i), relative.scores().get(i));
                }
                answers.add(answer);
            }
            if (top > 0) {
                putLikeliest(answers, "top", scored, relative, "logp", "logpReference");
                if (relative != null) {
                    putLikeliest(answers, "topReference", relative, scored, "logpReference", "logp");
                }
            }
            for (int i = 0; i < rows.size(); i++) {
                RowFields.putWarnings(answers.get(i), rows.get(i).warnings());
            }
            return answers;
        }
    }

    /// What one model says about the sequences, kept in `scope` for more questions to it.
    static ScoredStates states(Scope scope, LoadedModel of, List<TokenSequence> sequences) {
        return new TokenScorer(of.model(), TOKEN_BUDGET).scoreKeepingStates(scope, sequences);
    }

    private ObjectNode answer(RowFields.Answered row, SequenceScores scores) {
        ObjectNode answer = RowStream.JSON.createObjectNode();
        RowFields.put(answer, "ids", row.sequence().ids());
        RowFields.putTokens(answer, "tokens", model, row.sequence().response());
        answer.put("promptLength", row.sequence().promptLength());
        RowFields.put(answer, "logp", scores.logp());
        RowFields.put(answer, "entropy", scores.entropy());
        RowFields.put(answer, "rank", scores.rank());
        return answer;
    }

    private static void putReward(ObjectNode answer, SequenceScores sft, SequenceScores ref) {
        RowFields.put(answer, "logpReference", ref.logp());
        putReward(answer, sft.logp(), ref.logp());
    }

    /// r̂ = log π_SFT − log π_ref of each token, and its undiscounted return-to-go.
    static void putReward(ObjectNode answer, float[] logpSft, float[] logpReference) {
        float[] reward = new DenseReward.BaselineRelative().score(TokenScores.of(logpSft, logpReference));
        RowFields.put(answer, "reward", reward);
        RowFields.put(answer, "return", Returns.undiscounted(List.of(reward)).getFirst());
    }

    /// At each position the likeliest tokens of `by`, with their log-probabilities there and under the other
    /// model.
    private void putLikeliest(
            List<ObjectNode> answers, String field, ScoredStates by, ScoredStates other, String mine, String theirs) {
        int k = Math.min(top, model.model().settings().vocabularySize());
        LikeliestTokens likeliest = LikeliestTokens.of(by, k);
        float[][] others = other == null ? null : LikeliestTokens.logpOf(other, likeliest.ids());
        int at = 0;
        for (int i = 0; i < answers.size(); i++) {
            ArrayNode positions = answers.get(i).putArray(field);
            for (int t = 0; t < by.sequences().get(i).responseLength(); t++, at++) {
                ArrayNode here = positions.addArray();
                for (int j = 0; j < k; j++) {
                    int id = likeliest.ids()[at][j];
                    ObjectNode token = here.addObject().put("id", id);
                    if (model.hasTokenizer()) {
                        token.put("token", model.tokenizer().text(id));
                    }
                    token.put(mine, likeliest.logp()[at][j]);
                    if (others != null) {
                        token.put(theirs, others[at][j]);
                    }
                }
            }
        }
    }
}
