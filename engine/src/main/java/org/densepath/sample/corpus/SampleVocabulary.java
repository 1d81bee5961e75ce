package org.densepath.sample.corpus;

import java.util.Set;
import java.util.stream.IntStream;
import org.densepath.sample.model.BpeTrainer;
import org.densepath.sample.model.BpeVocabulary;

/// The sample model's vocabulary, learned from documents of the whole of training.
public final class SampleVocabulary {
    private static final int DOCUMENTS = 20_000;

    /// Never reached: the world's words are used up before.
    private static final int LIMIT = 2048;

    private SampleVocabulary() {}

    /// The vocabulary that the seed's documents give; every word they hold is a token of its own.
    public static BpeVocabulary learn(Set<String> heldOutKeys, long seed) {
        Documents documents = new Documents(heldOutKeys, seed);
        return BpeTrainer.train(
                IntStream.range(0, DOCUMENTS)
                        .boxed()
                        .flatMap(i -> documents.next(i / (double) DOCUMENTS).spoken()),
                LIMIT);
    }
}
