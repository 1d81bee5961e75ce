package org.densepath.paint;

import java.text.Bidi;
import java.util.Arrays;

/// Puts the fragments of lines that hold right-to-left text into the order in which they are read from left to
/// right on the page (Unicode's bidirectional algorithm, a fragment at a time).
final class VisualOrder {
    private final int[] token;
    private final String[] text;
    private final double[] x;
    private final double[] width;

    VisualOrder(int[] token, String[] text, double[] x, double[] width) {
        this.token = token;
        this.text = text;
        this.x = x;
        this.width = width;
    }

    /// Whether `text` has letters that are written from right to left.
    static boolean concerns(String text) {
        for (int i = 0; i < text.length(); i++) {
            // the first right-to-left script, Hebrew, begins there
            if (text.charAt(i) >= 0x590) {
                return Bidi.requiresBidi(text.toCharArray(), i, text.length());
            }
        }
        return false;
    }

    /// Reorders the fragments `[from, end)` of one line.
    void reorder(int from, int end) {
        String line = String.join("", Arrays.asList(text).subList(from, end));
        if (!concerns(line)) {
            return;
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int n = end - from;
        byte[] levels = new byte[n];
        Integer[] order = new Integer[n];
        int offset = 0;
        for (int i = 0; i < n; i++) {
            String piece = text[from + i];
            int letter = 0;
            while (letter < piece.length() - 1 && Character.isWhitespace(piece.charAt(letter))) {
                letter++;
            }
            levels[i] = (byte) bidi.getLevelAt(Math.min(offset + letter, line.length() - 1));
            order[i] = from + i;
            offset += piece.length();
        }
        Bidi.reorderVisually(levels, 0, order, 0, n);
        int[] tokens = new int[n];
        String[] texts = new String[n];
        double[] widths = new double[n];
        for (int i = 0; i < n; i++) {
            tokens[i] = token[order[i]];
            texts[i] = text[order[i]];
            widths[i] = width[order[i]];
        }
        double at = x[from];
        for (int i = 0; i < n; i++) {
            token[from + i] = tokens[i];
            text[from + i] = texts[i];
            width[from + i] = widths[i];
            x[from + i] = at;
            at += widths[i];
        }
    }
}
