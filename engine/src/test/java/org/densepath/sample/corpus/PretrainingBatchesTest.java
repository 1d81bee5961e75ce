package org.densepath.sample.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densepath.sample.model.BpeEncoder;
import org.densepath.sample.model.BpeTrainer;
import org.densepath.sample.model.ChatLayout;
import org.densepath.sample.model.SpecialToken;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.Test;

class PretrainingBatchesTest {
    private static final BpeEncoder BYTES = new BpeEncoder(BpeTrainer.train(Stream.of(), 260));

    private static List<PretrainingBatch> batches(int count) {
        PretrainingBatches batches = new PretrainingBatches(new Documents(Set.of(), 1), new ChatLayout(BYTES), 32, 2);
        return IntStream.range(0, count)
                .mapToObj(step -> batches.next(step / (double) count))
                .toList();
    }

    private static List<List<Integer>> ids(List<PretrainingBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.documents().stream())
                .map(document -> IntStream.of(document.ids()).boxed().toList())
                .toList();
    }

    @Test
    void nextGivesFullBatchesOfLikeLength() {
        double inside = 0;
        TreeSet<Integer> longest = new TreeSet<>();
        for (PretrainingBatch batch : batches(10)) {
            var lengths =
                    batch.documents().stream().mapToInt(TokenSequence::length).summaryStatistics();
            assertEquals(32, lengths.getCount());
            inside += lengths.getAverage() / lengths.getMax() / 10;
            longest.add(lengths.getMax());
        }
        assertTrue(inside > 0.85, "padding would take " + (1 - inside));
        assertTrue(longest.last() > 2 * longest.first(), longest.toString());
    }

    @Test
    void nextShufflesTheBatchesOfAPool() {
        List<Integer> lengths = batches(10).stream()
                .map(batch -> batch.documents().getLast().length())
                .toList();
        assertTrue(!lengths.equals(lengths.stream().sorted().toList()), lengths.toString());
    }

    @Test
    void nextRepeatsItselfWhenSeedsAndProgressAreTheSame() {
        assertEquals(ids(batches(25)), ids(batches(25)));
    }

    @Test
    void lossWeightsAreLowForThePromptAndOneForTheAnswerAndItsEnd() {
        TokenSequence exchange = new ChatLayout(BYTES).exchange("ab", "c");
        PretrainingBatch batch = new PretrainingBatch(List.of(exchange), 0.15f);
        // <|user|> ' ' a b <|assistant|> ' ' c <|end|>: all but the first are targets
        assertArrayEquals(new float[] {0.15f, 0.15f, 0.15f, 0.15f, 1, 1, 1}, batch.lossWeights(0));
    }

    @Test
    void lossWeightsAreOneWhenTheDocumentIsAStatement() {
        TokenSequence statement = new ChatLayout(BYTES).statement("a");
        PretrainingBatch batch = new PretrainingBatch(List.of(statement), 0.15f);
        assertEquals(SpecialToken.END.id(), statement.ids()[0]);
        assertArrayEquals(new float[] {1, 1, 1}, batch.lossWeights(0));
    }

    @Test
    void periodicSequencesRepeatAndTeachOnlyWhatRepeats() {
        PeriodicSequences stage = new PeriodicSequences(737, 32, 3);
        Set<Integer> periods = new TreeSet<>();
        for (int step = 0; step < 50; step++) {
            PretrainingBatch batch = stage.next();
            for (int row = 0; row < 32; row++) {
                TokenSequence sequence = batch.documents().get(row);
                int period = sequence.promptLength();
                periods.add(period);
                float[] weights = batch.lossWeights(row);
                for (int i = 1; i < sequence.length(); i++) {
                    assertEquals(i < period ? 0 : 1, weights[i - 1]);
                    assertTrue(i < period || sequence.ids()[i] == sequence.ids()[i - period]);
                }
            }
        }
        assertEquals(IntStream.rangeClosed(3, 12).boxed().toList(), List.copyOf(periods));
    }

    @Test
    void rateRisesThenFallsToItsFloor() {
        PretrainingRate rate = PretrainingRate.recipe();
        assertEquals(2e-3 / 30, rate.at(0, 0), 1e-12);
        assertEquals(2e-3, rate.at(29, 0), 1e-12);
        assertEquals(2e-3 * 0.525, rate.at(500, 0.5), 1e-12);
        assertEquals(1e-4, rate.at(1000, 1), 1e-12);
    }
}
