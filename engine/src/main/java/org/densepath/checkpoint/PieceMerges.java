package org.densepath.checkpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The merges of a SentencePiece BPE model, which keeps only pieces and scores: each piece may arise from any two
/// pieces that make it up, and pieces of higher score first.
///
/// Source: `GGUFTokenizerSkeleton` in Hugging Face transformers.
final class PieceMerges {
    /// `left` and `right` become `left + right`.
    record Merge(String left, String right, float score, float leftScore, float rightScore) {}

    private PieceMerges() {}

    /// In the order in which they are tried. Only normal pieces take part: text never merges into a control
    /// token.
    static List<Merge> of(GgufVocabulary vocabulary) {
        return of(vocabulary.tokens(), vocabulary.kinds(), vocabulary.scores());
    }

    static List<Merge> of(List<String> tokens, int[] kinds, float[] scores) {
        Map<String, Float> scoreOf = new HashMap<>();
        for (int id = 0; id < scores.length; id++) {
            if (kinds[id] == GgufVocabulary.NORMAL) {
                scoreOf.putIfAbsent(tokens.get(id), scores[id]);
            }
        }
        List<Merge> merges = new ArrayList<>();
        for (int id = 0; id < scores.length; id++) {
            if (kinds[id] == GgufVocabulary.NORMAL) {
                merges.addAll(splits(tokens.get(id), scores[id], scoreOf));
            }
        }
        merges.sort(Comparator.comparingDouble(Merge::score).reversed());
        return merges;
    }

    private static List<Merge> splits(String piece, float score, Map<String, Float> scoreOf) {
        List<Merge> splits = new ArrayList<>();
        for (int i = 1; i < piece.length(); i++) {
            if (Character.isLowSurrogate(piece.charAt(i))) {
                continue;
            }
            Float left = scoreOf.get(piece.substring(0, i));
            Float right = left == null ? null : scoreOf.get(piece.substring(i));
            if (right != null) {
                splits.add(new Merge(piece.substring(0, i), piece.substring(i), score, left, right));
            }
        }
        splits.sort(Comparator.comparingDouble(Merge::leftScore)
                .thenComparingDouble(Merge::rightScore)
                .reversed());
        return splits;
    }
}
