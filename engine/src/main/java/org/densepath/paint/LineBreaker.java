package org.densepath.paint;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sets tokens in lines as text is read: a line breaks before a word (a word may be several tokens), a word that
/// is wider than a line breaks between its tokens, and a token that is wider than a line between its characters.
/// Each token is looked at once, so time is linear.
final class LineBreaker {
    private final HeatmapStyle setting;
    private final TextStyle style;
    private final TextMeasure measure;
    private final double width;
    /// Distinct tokens are few; measuring one costs far more than finding it again.
    private final Map<String, Double> widths = new HashMap<>();

    private int fragments;
    private int[] token = new int[64];
    private String[] text = new String[64];
    private double[] x = new double[64];
    private double[] fragmentWidth = new double[64];

    private int lines;
    private int[] lineStart = new int[16];

    /// The place to break the current line at, or −1 while there is none after its first fragment.
    private int lastBreak = -1;
    private boolean afterBlank;
    private boolean bothDirections;
    private double end;

    LineBreaker(HeatmapStyle setting, TextStyle style, TextMeasure measure, double width) {
        if (!(width > 0)) {
            throw new IllegalArgumentException("lines of width " + width);
        }
        this.setting = setting;
        this.style = style;
        this.measure = measure;
        this.width = width;
    }

    HeatmapLayout layout(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String all = tokens.get(i).indexOf('\r') < 0
                    ? tokens.get(i)
                    : tokens.get(i).replace("\r\n", "\n");
            int from = 0;
            for (int feed = all.indexOf('\n'); feed >= 0; feed = all.indexOf('\n', from)) {
                place(
                        i,
                        Glyphs.of(all.substring(from, feed), setting.blanks())
                                + (setting.newlines() ? Glyphs.NEWLINE : ""));
                startLine(fragments);
                from = feed + 1;
            }
            if (from < all.length() || from == 0) {
                place(i, Glyphs.of(all.substring(from), setting.blanks()));
            }
        }
        // a last line feed opens a line that nothing stands in
        if (lines > 0 && lineStart[lines] == fragments) {
            lines--;
        }
        int[] starts = fragments == 0 ? new int[] {0} : Arrays.copyOf(lineStart, lines + 2);
        starts[starts.length - 1] = fragments;
        if (bothDirections) {
            VisualOrder order = new VisualOrder(token, text, x, fragmentWidth);
            for (int line = 0; line + 1 < starts.length; line++) {
                order.reorder(starts[line], starts[line + 1]);
            }
        }
        return new HeatmapLayout(
                style,
                setting,
                width,
                tokens.size(),
                starts,
                Arrays.copyOf(token, fragments),
                Arrays.copyOf(text, fragments),
                Arrays.copyOf(x, fragments),
                Arrays.copyOf(fragmentWidth, fragments));
    }

    private void place(int owner, String piece) {
        double wide = widthOf(piece);
        bothDirections |= VisualOrder.concerns(piece);
        boolean mayBreak = afterBlank || breaksBefore(piece);
        if (end + wide > width && fragments > lineStart[lines]) {
            if (mayBreak || lastBreak < 0) {
                startLine(fragments);
            } else {
                carry(lastBreak);
                if (end + wide > width) {
                    startLine(fragments);
                }
            }
        } else if (mayBreak && fragments > lineStart[lines]) {
            lastBreak = fragments;
        }
        if (wide > width) {
            split(owner, piece);
        } else {
            append(owner, piece, wide);
        }
        afterBlank = !piece.isEmpty() && breaksAfter(piece);
    }

    /// Moves the fragments from `first` on to a new line.
    private void carry(int first) {
        double shift = x[first];
        double oldEnd = end;
        startLine(first);
        for (int f = first; f < fragments; f++) {
            x[f] -= shift;
        }
        end = oldEnd - shift;
    }

    private void split(int owner, String piece) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(piece);
        int from = 0;
        double sum = 2 * setting.padding();
        int start = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; start = next, next = characters.next()) {
            double one = measure.width(piece.substring(start, next), style);
            if (sum + one > width && start > from) {
                append(owner, piece.substring(from, start), sum);
                startLine(fragments);
                from = start;
                sum = 2 * setting.padding();
            }
            sum += one;
        }
        append(owner, piece.substring(from), sum);
    }

    private void append(int owner, String piece, double wide) {
        if (fragments == token.length) {
            int more = 2 * fragments;
            token = Arrays.copyOf(token, more);
            text = Arrays.copyOf(text, more);
            x = Arrays.copyOf(x, more);
            fragmentWidth = Arrays.copyOf(fragmentWidth, more);
        }
        token[fragments] = owner;
        text[fragments] = piece;
        x[fragments] = end;
        fragmentWidth[fragments] = wide;
        fragments++;
        end += wide;
    }

    private void startLine(int first) {
        lines++;
        if (lines >= lineStart.length - 1) {
            lineStart = Arrays.copyOf(lineStart, 2 * lineStart.length);
        }
        lineStart[lines] = first;
        lastBreak = -1;
        afterBlank = false;
        end = 0;
    }

    /// A token that reads as nothing (an end mark, part of a character) keeps a sliver to be seen and pointed at.
    private double widthOf(String piece) {
        double text =
                piece.isEmpty() ? 0.3 * style.size() : widths.computeIfAbsent(piece, p -> measure.width(p, style));
        return text + 2 * setting.padding();
    }

    private static boolean breaksBefore(String piece) {
        return !piece.isEmpty() && (blank(piece.charAt(0)) || Character.isIdeographic(piece.codePointAt(0)));
    }

    private static boolean breaksAfter(String piece) {
        int last = piece.codePointBefore(piece.length());
        return blank(last) || Character.isIdeographic(last);
    }

    private static boolean blank(int c) {
        return c == ' ' || c == '·' || c == '\u3000';
    }
}
