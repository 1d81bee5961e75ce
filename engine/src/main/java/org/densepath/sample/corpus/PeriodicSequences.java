package org.densepath.sample.corpus;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densepath.sample.Draws;
import org.densepath.sample.model.SpecialToken;
import org.densepath.text.TokenSequence;

/// The first stage of the base's training: random tokens of a random period, repeated to a fixed length. From the
/// second period on only looking back tells what comes, so heads that copy form first (Olsson et al. 2022, arXiv
/// 2209.11895); without them reversing, replacing and sorting stayed unsolved. Loss is taken after the first
/// period only.
public final class PeriodicSequences {
    /// Steps of this stage in the default recipe.
    public static final int STEPS = 400;

    private static final int LENGTH = 40;
    private static final int SHORTEST_PERIOD = 3;
    private static final int LONGEST_PERIOD = 12;

    private final int vocabulary;
    private final int batchSize;
    private final Draws draws;

    public PeriodicSequences(int vocabulary, int batchSize, long seed) {
        this.vocabulary = vocabulary;
        this.batchSize = batchSize;
        draws = new Draws(seed);
    }

    /// The next batch; all of its sequences are of the same length.
    public PretrainingBatch next() {
        List<TokenSequence> sequences =
                Stream.generate(this::sequence).limit(batchSize).toList();
        return new PretrainingBatch(sequences, 0);
    }

    private TokenSequence sequence() {
        int period = draws.between(SHORTEST_PERIOD, LONGEST_PERIOD);
        int[] pattern = IntStream.range(0, period)
                .map(i -> draws.between(SpecialToken.values().length, vocabulary - 1))
                .toArray();
        int[] ids = IntStream.range(0, LENGTH).map(i -> pattern[i % period]).toArray();
        return new TokenSequence(ids, period);
    }
}
