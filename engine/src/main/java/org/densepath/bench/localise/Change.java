package org.densepath.bench.localise;

/// An answer in which one span was made wrong: `text.substring(start, end)` is wrong, the text before it is as it
/// was. Places count UTF-16 units.
public record Change(String text, int start, int end) {
    public Change {
        if (start < 0 || start >= end || end > text.length()) {
            throw new IllegalArgumentException("a span from " + start + " to " + end + " in " + text.length());
        }
    }

    /// `right` with `[from, to)` replaced by `by`. What `by` begins with as the old text did is not wrong yet: of
    /// 42 made 43 the 3 is wrong. Where nothing of `by` differs, as when a word was taken out, the word that
    /// follows is where it shows.
    static Change replacing(String right, int from, int to, String by) {
        String text = right.substring(0, from) + by + right.substring(to);
        int start = from;
        while (start < from + by.length() && start < to && text.charAt(start) == right.charAt(start)) {
            start++;
        }
        int end = from + by.length();
        if (start >= end) {
            start = end;
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
        }
        if (start > 0 && start < text.length() && Character.isLowSurrogate(text.charAt(start))) {
            start--;
        }
        return new Change(text, start, end);
    }

    /// The place where `wrong` differs from `right`: what is left between their common beginning and end, whole
    /// words. Throws [IllegalArgumentException] where they do not differ or `wrong` only stops earlier.
    static Change between(String right, String wrong) {
        int start = 0;
        while (start < Math.min(right.length(), wrong.length()) && right.charAt(start) == wrong.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < Math.min(right.length(), wrong.length()) - start
                && right.charAt(right.length() - 1 - tail) == wrong.charAt(wrong.length() - 1 - tail)) {
            tail++;
        }
        return replacing(right, start, right.length() - tail, wrong.substring(start, wrong.length() - tail));
    }
}
