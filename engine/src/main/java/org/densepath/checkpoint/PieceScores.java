package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.densepath.BadInputException;

/// The scores of SentencePiece that say the same as a list of merges: a piece is the better the earlier it
/// arises. The reverse of [PieceMerges].
final class PieceScores {
    private PieceScores() {}

    /// One score a token. Throws [BadInputException] when no scores say what the merges say, as those of a
    /// tokenizer that was not converted from SentencePiece may.
    static float[] of(String model, List<String> tokens, int[] kinds, JsonNode merges) {
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        Map<String, Integer> normal = new HashMap<>();
        for (int id = 0; id < kinds.length; id++) {
            if (kinds[id] == GgufVocabulary.NORMAL) {
                normal.putIfAbsent(tokens.get(id), id);
            }
        }
        float[] scores = new float[kinds.length];
        for (int id = 0; id < scores.length; id++) {
            scores[id] = -(merges.size() + id);
        }
        int rank = 0;
        for (JsonNode merge : merges) {
            String left = part(merge, 0);
            String right = part(merge, 1);
            Integer piece = normal.get(left + right);
            // what is cut out of a text beforehand, as runs of blanks, takes no part
            if (piece != null && normal.containsKey(left) && normal.containsKey(right)) {
                if (!asked.containsKey(left + right)) {
                    scores[piece] = -rank;
                }
                asked.computeIfAbsent(left + right, _ -> new TreeSet<>()).add(left);
            }
            rank++;
        }
        if (!said(tokens, kinds, scores).equals(new ArrayList<>(asked.entrySet()))) {
            throw new BadInputException("The tokenizer of " + model
                    + " merges in an order that GGUF's scores cannot tell: export a folder.");
        }
        return scores;
    }

    /// What a reader makes of the scores: the pieces in order, each with all first parts it may arise from.
    private static List<Map.Entry<String, Set<String>>> said(List<String> tokens, int[] kinds, float[] scores) {
        Map<String, Set<String>> said = new LinkedHashMap<>();
        for (PieceMerges.Merge merge : PieceMerges.of(tokens, kinds, scores)) {
            said.computeIfAbsent(merge.left() + merge.right(), _ -> new TreeSet<>())
                    .add(merge.left());
        }
        return new ArrayList<>(said.entrySet());
    }

    private static String part(JsonNode merge, int index) {
        return merge.isArray() ? merge.path(index).asText() : merge.asText().split(" ", 2)[index];
    }
}
