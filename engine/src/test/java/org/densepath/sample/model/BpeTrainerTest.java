package org.densepath.sample.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.sample.corpus.SampleVocabulary;
import org.densepath.sample.model.BpeVocabulary.Merge;
import org.densepath.sample.task.Words;
import org.junit.jupiter.api.Test;

class BpeTrainerTest {
    @Test
    void trainJoinsTheMostFrequentPairFirst() {
        BpeVocabulary vocabulary = BpeTrainer.train(Stream.of("cat cat car", "at"), 263);
        assertEquals(
                List.of(new Merge("a", "t"), new Merge("c", "a"), new Merge("Ġ", "ca"))
                        .getFirst(),
                vocabulary.merges().getFirst());
        assertEquals("at", vocabulary.tokens().get(260));
        assertEquals(263, vocabulary.size());
    }

    @Test
    void trainTakesTheLowestIdsWhenPairsAreEquallyFrequent() {
        BpeVocabulary vocabulary = BpeTrainer.train(Stream.of("dc", "ba", "ab"), 263);
        assertEquals(List.of(new Merge("a", "b"), new Merge("b", "a"), new Merge("d", "c")), vocabulary.merges());
    }

    @Test
    void trainStopsWhenEveryWordIsOneToken() {
        BpeVocabulary vocabulary = BpeTrainer.train(Stream.of("cat 42"), 10_000);
        int[] ids = new BpeEncoder(vocabulary).encode("cat 42");
        assertEquals(
                List.of("cat", "Ġ4", "2"),
                Stream.of(ids[0], ids[1], ids[2]).map(vocabulary.tokens()::get).toList());
        assertEquals(3, ids.length);
    }

    @Test
    void trainNeverJoinsTwoDigits() {
        for (String token : SampleWorld.VOCABULARY.tokens().subList(4, SampleWorld.VOCABULARY.size())) {
            assertTrue(token.chars().filter(Character::isDigit).count() <= 1, token);
        }
    }

    @Test
    void learnMakesEveryWordOfTheWorldOneToken() {
        for (List<String> words : List.of(Words.ALL, Words.NAMES, Words.PLURALS)) {
            for (String word : words) {
                assertEquals(1, SampleWorld.ENCODER.encode(" " + word).length, word);
            }
        }
    }

    @Test
    void learnGivesDifferentTokensAndTheSameOnesAgain() {
        List<String> tokens = SampleWorld.VOCABULARY.tokens();
        assertEquals(tokens.size(), new HashSet<>(tokens).size());
        assertEquals(SampleWorld.VOCABULARY, SampleVocabulary.learn(SampleWorld.SPLITS.heldOutKeys(), 1));
        assertEquals(734, tokens.size());
    }

    @Test
    void trainRefusesWhenTheBytesDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> BpeTrainer.train(Stream.of("a"), 259));
    }
}
