package org.densepath.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The smallest runs of tokens that begin and end between characters as a reader sees them: what is drawn as one
/// cell. An emoji whose bytes lie in three tokens, or a letter and its accent in two, are one group. The groups'
/// texts joined are the decoded text.
public record CharacterGroups(List<Group> groups) {

    /// Tokens `[firstToken, endToken)` and their text.
    public record Group(int firstToken, int endToken, String text) {
        public int tokens() {
            return endToken - firstToken;
        }
    }

    public CharacterGroups {
        groups = List.copyOf(groups);
    }

    public static CharacterGroups of(Tokenizer tokenizer, int[] ids) {
        List<byte[]> pieces = new ArrayList<>(ids.length);
        for (int id : ids) {
            pieces.add(tokenizer.bytes(id));
        }
        return of(pieces);
    }

    /// `pieces`: each token's own bytes.
    static CharacterGroups of(List<byte[]> pieces) {
        DecodedBytes decoded = DecodedBytes.of(pieces);
        BitSet boundaries = graphemeBoundaries(decoded.text());
        List<Group> groups = new ArrayList<>();
        int first = 0;
        int from = 0;
        int end = 0;
        for (int token = 0; token < pieces.size(); token++) {
            end += pieces.get(token).length;
            int to = decoded.charOf(end);
            boolean last = token == pieces.size() - 1;
            if (last || (to >= 0 && boundaries.get(to))) {
                groups.add(new Group(first, token + 1, decoded.text().substring(from, to)));
                first = token + 1;
                from = to;
            }
        }
        return new CharacterGroups(groups);
    }

    /// One text a token, which joined are the decoded text: of a group's tokens the first has its text and the
    /// others none.
    public List<String> tokenTexts() {
        List<String> texts = new ArrayList<>();
        for (Group group : groups) {
            texts.add(group.text());
            texts.addAll(Collections.nCopies(group.tokens() - 1, ""));
        }
        return texts;
    }

    private static BitSet graphemeBoundaries(String text) {
        BitSet boundaries = new BitSet(text.length() + 1);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        for (int at = characters.first(); at != BreakIterator.DONE; at = characters.next()) {
            boundaries.set(at);
        }
        return boundaries;
    }
}
