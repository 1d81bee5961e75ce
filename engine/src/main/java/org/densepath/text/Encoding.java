package org.densepath.text;

/// A text's token ids, and for each token the part of the text it came from: `[starts[i], ends[i])` in Unicode
/// code points (not UTF-16 units, not bytes). Tokens that share one character share its span.
public record Encoding(int[] ids, int[] starts, int[] ends) {
    public Encoding {
        if (starts.length != ids.length || ends.length != ids.length) {
            throw new IllegalArgumentException(
                    ids.length + " ids with " + starts.length + " starts and " + ends.length + " ends");
        }
    }

    public int length() {
        return ids.length;
    }
}
