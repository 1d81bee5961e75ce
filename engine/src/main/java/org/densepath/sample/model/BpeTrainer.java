package org.densepath.sample.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densepath.sample.model.BpeVocabulary.Merge;

/// Learns byte-pair merges (Sennrich et al. 2016, arXiv 1508.07909) from texts: the most frequent pair of
/// neighbours becomes a token, again and again. Of equally frequent pairs the one with the lowest ids comes
/// first, as in Hugging Face's `tokenizers`, so that the same texts give the same vocabulary. Pairs are counted
/// afresh for every merge: a corpus of some hundred different words needs no index.
public final class BpeTrainer {
    private static final Pattern PIECES = Pattern.compile(BpeVocabulary.PIECES, Pattern.UNICODE_CHARACTER_CLASS);

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Integer> idByToken = new HashMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private List<Word> words = List.of();

    private BpeTrainer() {}

    private record Word(int[] ids, long count) {}

    private record Pair(int left, int right) implements Comparable<Pair> {
        private static final Comparator<Pair> BY_IDS =
                Comparator.comparingInt(Pair::left).thenComparingInt(Pair::right);

        @Override
        public int compareTo(Pair other) {
            return BY_IDS.compare(this, other);
        }
    }

    /// Merges until the vocabulary has `limit` tokens or every word of the texts is one token. Throws
    /// [IllegalArgumentException] when the limit has no room for the special tokens and the 256 bytes.
    public static BpeVocabulary train(Stream<String> texts, int limit) {
        BpeTrainer trainer = new BpeTrainer();
        SpecialToken.texts().forEach(trainer::add);
        ByteAlphabet.sorted().forEach(trainer::add);
        if (limit < trainer.tokens.size()) {
            throw new IllegalArgumentException("a vocabulary needs at least " + trainer.tokens.size() + " tokens");
        }
        trainer.words = trainer.count(texts);
        while (trainer.tokens.size() < limit) {
            Optional<Pair> best = trainer.mostFrequentPair();
            if (best.isEmpty()) {
                break;
            }
            trainer.merge(best.get());
        }
        return new BpeVocabulary(trainer.tokens, trainer.merges);
    }

    private int add(String token) {
        return idByToken.computeIfAbsent(token, fresh -> {
            tokens.add(fresh);
            return tokens.size() - 1;
        });
    }

    private List<Word> count(Stream<String> texts) {
        Map<String, Long> counts = new HashMap<>();
        texts.forEach(text -> PIECES.matcher(text)
                .results()
                .forEach(piece -> counts.merge(ByteAlphabet.spell(piece.group()), 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Word(
                        entry.getKey()
                                .chars()
                                .map(c -> idByToken.get(String.valueOf((char) c)))
                                .toArray(),
                        entry.getValue()))
                .toList();
    }

    private Optional<Pair> mostFrequentPair() {
        Map<Pair, Long> counts = new HashMap<>();
        for (Word word : words) {
            for (int i = 1; i < word.ids.length; i++) {
                counts.merge(new Pair(word.ids[i - 1], word.ids[i]), word.count, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Pair, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private void merge(Pair pair) {
        Merge merge = new Merge(tokens.get(pair.left), tokens.get(pair.right));
        merges.add(merge);
        int joined = add(merge.joined());
        words = words.stream()
                .map(word -> new Word(joined(word.ids, pair, joined), word.count))
                .toList();
    }

    private static int[] joined(int[] ids, Pair pair, int joined) {
        IntStream.Builder merged = IntStream.builder();
        for (int i = 0; i < ids.length; i++) {
            boolean here = i + 1 < ids.length && ids[i] == pair.left && ids[i + 1] == pair.right;
            merged.add(here ? joined : ids[i]);
            i += here ? 1 : 0;
        }
        return merged.build().toArray();
    }
}
