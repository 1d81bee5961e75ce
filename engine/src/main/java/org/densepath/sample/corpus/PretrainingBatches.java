package org.densepath.sample.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.sample.Draws;
import org.densepath.sample.model.ChatLayout;
import org.densepath.text.TokenSequence;

/// The second stage of the base's training: batches of documents of like length. Documents are drawn for ten
/// batches at a time, sorted by length, cut into batches, and the batches shuffled.
public final class PretrainingBatches {
    private static final int BATCHES_IN_A_POOL = 10;

    /// Prompts are worth knowing too, but less: with 1 the model would spend itself on random numbers and words.
    private static final float PROMPT_WEIGHT = 0.15f;

    private final Documents documents;
    private final ChatLayout layout;
    private final int batchSize;
    private final Draws draws;
    private final Deque<PretrainingBatch> pool = new ArrayDeque<>();

    public PretrainingBatches(Documents documents, ChatLayout layout, int batchSize, long seed) {
        this.documents = documents;
        this.layout = layout;
        this.batchSize = batchSize;
        draws = new Draws(seed);
    }

    /// The next batch. `progress`, from 0 to 1, steers what documents are drawn when the pool is empty; where it
    /// counts steps and not time, the seeds decide every batch.
    public PretrainingBatch next(double progress) {
        if (pool.isEmpty()) {
            fill(progress);
        }
        return pool.remove();
    }

    private void fill(double progress) {
        List<TokenSequence> drawn = Stream.generate(() -> tokens(documents.next(progress)))
                .limit((long) batchSize * BATCHES_IN_A_POOL)
                .sorted(Comparator.comparingInt(TokenSequence::length))
                .toList();
        List<PretrainingBatch> batches = new ArrayList<>();
        for (int from = 0; from < drawn.size(); from += batchSize) {
            batches.add(new PretrainingBatch(drawn.subList(from, from + batchSize), PROMPT_WEIGHT));
        }
        pool.addAll(draws.shuffled(batches));
    }

    private TokenSequence tokens(Document document) {
        return document.prompt()
                .map(prompt -> layout.exchange(prompt, document.text()))
                .orElseGet(() -> layout.statement(document.text()));
    }
}
