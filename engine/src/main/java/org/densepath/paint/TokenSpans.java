package org.densepath.paint;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A text's tokens taken together: consecutive runs that cover all of them. The smallest runs are characters as a
/// reader sees them, because a token without text is a part of the character that the token before it began.
public final class TokenSpans {
    private final int[] starts;

    private TokenSpans(int[] starts) {
        this.starts = starts;
    }

    /// What is taken together.
    public enum Unit {
        TOKEN("Token"),
        WORD("Word"),
        SENTENCE("Sentence"),
        LINE("Line");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /// What a person calls it.
        public String label() {
            return label;
        }
    }

    /// The spans of `tokens`, each the text that one token reads as. Blanks before a word or a sentence belong to
    /// it, a line feed to what it ends.
    public static TokenSpans of(List<String> tokens, Unit unit) {
        BitSet first =
                switch (unit) {
                    case TOKEN -> null;
                    case WORD -> firstAt(tokens, TokenSpans::words);
                    case SENTENCE -> firstAt(tokens, TokenSpans::sentences);
                    case LINE -> firstOfLines(tokens);
                };
        int[] starts = new int[tokens.size() + 1];
        int spans = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i == 0 || !tokens.get(i).isEmpty() && (first == null || first.get(i))) {
                starts[spans++] = i;
            }
        }
        starts[spans] = tokens.size();
        return new TokenSpans(Arrays.copyOf(starts, spans + 1));
    }

    public int count() {
        return starts.length - 1;
    }

    /// How many tokens there are in all.
    public int tokens() {
        return starts[starts.length - 1];
    }

    /// The first token of span `span`.
    public int start(int span) {
        return starts[span];
    }

    /// The token after the last of span `span`.
    public int end(int span) {
        return starts[span + 1];
    }

    /// The span that `token` is in.
    public int spanOf(int token) {
        int found = Arrays.binarySearch(starts, token);
        return found >= 0 ? found : -found - 2;
    }

    /// Each span's text.
    public List<String> texts(List<String> tokens) {
        if (count() == tokens.size()) {
            return tokens;
        }
        String[] texts = new String[count()];
        for (int span = 0; span < texts.length; span++) {
            texts[span] = String.join("", tokens.subList(start(span), end(span)));
        }
        return List.of(texts);
    }

    private static BitSet firstOfLines(List<String> tokens) {
        BitSet first = new BitSet(tokens.size());
        for (int i = 1; i < tokens.size(); i++) {
            first.set(i, tokens.get(i - 1).indexOf('\n') >= 0);
        }
        return first;
    }

    /// The first tokens at or after each boundary, the blanks before it taken along.
    private static BitSet firstAt(List<String> tokens, Function<String, BitSet> boundaries) {
        String text = String.join("", tokens);
        BitSet bounds = boundaries.apply(text);
        BitSet first = new BitSet(tokens.size());
        int token = 0;
        int offset = 0;
        for (int at = bounds.nextSetBit(0); at >= 0; at = bounds.nextSetBit(at + 1)) {
            int from = at;
            while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
                from--;
            }
            while (token < tokens.size() && offset < from) {
                offset += tokens.get(token++).length();
            }
            first.set(token);
        }
        return first;
    }

    /// A sentence ends with its mark or its line. Empty lines belong to the sentence before them, the number of a
    /// list's entry to the one after it.
    private static BitSet sentences(String text) {
        BitSet bounds = boundaries(BreakIterator.getSentenceInstance(Locale.ROOT), text);
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
            bounds.set(feed + 1);
        }
        int from = 0;
        for (int at = bounds.nextSetBit(1); at >= 0; at = bounds.nextSetBit(at + 1)) {
            String sentence = text.substring(from, at).strip();
            if (sentence.matches("\\d{1,3}[.)]")) {
                bounds.clear(at);
                continue;
            }
            if (sentence.isEmpty()) {
                bounds.clear(from);
            }
            from = at;
        }
        return bounds;
    }

    private static BitSet words(String text) {
        return boundaries(BreakIterator.getWordInstance(Locale.ROOT), text);
    }

    private static BitSet boundaries(BreakIterator iterator, String text) {
        iterator.setText(text);
        BitSet bounds = new BitSet(text.length() + 1);
        for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            bounds.set(at);
        }
        return bounds;
    }
}
