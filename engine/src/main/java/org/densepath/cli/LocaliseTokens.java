package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.densepath.bench.RowSheet;
import org.densepath.bench.localise.Corrupted;
import org.densepath.bench.localise.TokenPair;
import org.densepath.data.Prompt;
import org.densepath.experiment.LoadedModel;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.reward.DenseReward;
import org.densepath.reward.TokenScores;
import org.densepath.text.TokenSequence;

/// What the models say of the tokens of right and wrong answers. `reference` may be null.
record LocaliseTokens(LoadedModel policy, LoadedModel reference) {
    private static final int TOKEN_BUDGET = 2048;
    private static final int BATCH = 64;

    private record Encoded(Corrupted item, TokenSequence right, TokenSequence wrong, int[] error) {}

    /// Scores what the sheet does not have yet, batch by batch. Returns how many were left out, because an answer
    /// is too long or has no token beside the error.
    int write(List<Corrupted> items, RowSheet sheet, Progress progress) {
        Set<String> done = new HashSet<>();
        sheet.rows().forEach(row -> done.add(TokenPair.of(row).id()));
        List<Encoded> missing = new ArrayList<>();
        int leftOut = 0;
        for (Corrupted item : items) {
            if (!done.contains(item.id())) {
                Encoded encoded = encoded(item);
                int longest = Math.max(encoded.right().length(), encoded.wrong().length());
                boolean fits = longest <= policy.model().positions()
                        && encoded.error().length > 0
                        && encoded.error()[1] - encoded.error()[0]
                                < encoded.wrong().responseLength();
                if (fits) {
                    missing.add(encoded);
                } else {
                    leftOut++;
                }
            }
        }
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<Encoded> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            sheet.add(rows(batch));
            progress.at(
                    (from + batch.size()) / (double) missing.size(),
                    (from + batch.size()) + " of " + missing.size() + " pairs");
        }
        return leftOut;
    }

    private Encoded encoded(Corrupted item) {
        int[] prompt = policy.encodePrompt(item.messages());
        return new Encoded(
                item,
                TokenSequence.of(prompt, policy.encodeWholeAnswer(item.right())),
                TokenSequence.of(prompt, policy.encodeWholeAnswer(item.wrong())),
                item.tokens(policy.tokenizer().encode(item.wrong(), false)));
    }

    private List<ObjectNode> rows(List<Encoded> batch) {
        List<TokenSequence> sequences = new ArrayList<>();
        batch.forEach(e -> sequences.add(e.right()));
        batch.forEach(e -> sequences.add(e.wrong()));
        List<SequenceScores> bySft = new TokenScorer(policy.model(), TOKEN_BUDGET).score(sequences);
        List<SequenceScores> byReference =
                reference == null ? null : new TokenScorer(reference.model(), TOKEN_BUDGET).score(sequences);
        List<float[]> rewards = IntStream.range(0, sequences.size())
                .mapToObj(i -> byReference == null
                        ? new float[0]
                        : new DenseReward.BaselineRelative()
                                .score(TokenScores.of(
                                        bySft.get(i).logp(), byReference.get(i).logp())))
                .toList();
        List<ObjectNode> rows = new ArrayList<>();
        int n = batch.size();
        for (int i = 0; i < n; i++) {
            Encoded e = batch.get(i);
            SequenceScores scores = bySft.get(n + i);
            rows.add(new TokenPair(
                            e.item().key(),
                            e.item().kind(),
                            text(e.item()),
                            e.right().response(),
                            tokens(e.right().response()),
                            rewards.get(i),
                            e.wrong().response(),
                            tokens(e.wrong().response()),
                            e.error()[0],
                            e.error()[1],
                            rewards.get(n + i),
                            scores.logp(),
                            scores.entropy())
                    .row());
        }
        return rows;
    }

    private static String text(Corrupted item) {
        return new Prompt(item.key(), item.messages(), List.of(), "", 0, RowStream.JSON.createObjectNode()).text();
    }

    private List<String> tokens(int[] ids) {
        return IntStream.of(ids).mapToObj(policy.tokenizer()::text).toList();
    }
}
