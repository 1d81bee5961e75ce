package org.densepath.sample.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.sample.model.BpeVocabulary.Merge;

/// Text to token ids and back: what `tokenizer.json` says, without the native library, for the making of the
/// sample model. Special tokens are not looked for in the text: there, `<|end|>` is ordinary signs.
public final class BpeEncoder {
    private static final Pattern PIECES = Pattern.compile(BpeVocabulary.PIECES, Pattern.UNICODE_CHARACTER_CLASS);

    private final BpeVocabulary vocabulary;
    private final Map<String, Integer> idByToken = new HashMap<>();
    private final Map<Merge, Integer> rankByMerge = new HashMap<>();

    public BpeEncoder(BpeVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (int id = 0; id < vocabulary.size(); id++) {
            idByToken.put(vocabulary.tokens().get(id), id);
        }
        for (int rank = 0; rank < vocabulary.merges().size(); rank++) {
            rankByMerge.put(vocabulary.merges().get(rank), rank);
        }
    }

    /// The ids of a text's tokens, without special ones.
    public int[] encode(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher pieces = PIECES.matcher(text);
        while (pieces.find()) {
            tokens.addAll(merged(ByteAlphabet.spell(pieces.group())));
        }
        return tokens.stream().mapToInt(idByToken::get).toArray();
    }

    /// The text of the ids, special tokens left out. Bytes that are no UTF-8 become U+FFFD.
    public String decode(int[] ids) {
        StringBuilder spelled = new StringBuilder();
        for (int id : ids) {
            if (id >= SpecialToken.values().length) {
                spelled.append(vocabulary.tokens().get(id));
            }
        }
        return ByteAlphabet.read(spelled.toString());
    }

    /// Joins the pair that was learned first, wherever it stands from left to right, until no pair is left to
    /// join.
    private List<String> merged(String piece) {
        List<String> symbols = new ArrayList<>(piece.length());
        for (char c : piece.toCharArray()) {
            symbols.add(String.valueOf(c));
        }
        for (int best = earliest(symbols); best >= 0; best = earliest(symbols)) {
            symbols.set(best, symbols.get(best) + symbols.remove(best + 1));
        }
        return symbols;
    }

    private int earliest(List<String> symbols) {
        int place = -1;
        int lowest = Integer.MAX_VALUE;
        for (int i = 1; i < symbols.size(); i++) {
            int rank = rankByMerge.getOrDefault(new Merge(symbols.get(i - 1), symbols.get(i)), Integer.MAX_VALUE);
            if (rank < lowest) {
                lowest = rank;
                place = i - 1;
            }
        }
        return place;
    }
}
