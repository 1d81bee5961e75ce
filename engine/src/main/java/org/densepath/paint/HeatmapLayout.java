package org.densepath.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where each token of a text stands: lines of equal height, each a row of fragments. A token is one fragment,
/// unless it holds line feeds or is wider than a line. Built once per width; drawing and hit tests look at few
/// lines of it.
public final class HeatmapLayout {
    final TextStyle style;
    final double padding;
    private final double width;
    private final double lineHeight;
    private final int tokens;
    private final int[] lineStart;
    private final int[] fragmentToken;
    private final String[] fragmentText;
    private final double[] fragmentX;
    private final double[] fragmentWidth;
    private final int[] tokenStart;
    /// The fragments token by token, which in a line that is read from right to left is not their order.
    private final int[] byToken;

    HeatmapLayout(
            TextStyle style,
            HeatmapStyle setting,
            double width,
            int tokens,
            int[] lineStart,
            int[] fragmentToken,
            String[] fragmentText,
            double[] fragmentX,
            double[] fragmentWidth) {
        this.style = style;
        this.padding = setting.padding();
        this.width = width;
        this.lineHeight = setting.lineHeight() * style.size();
        this.tokens = tokens;
        this.lineStart = lineStart;
        this.fragmentToken = fragmentToken;
        this.fragmentText = fragmentText;
        this.fragmentX = fragmentX;
        this.fragmentWidth = fragmentWidth;
        this.tokenStart = new int[tokens + 1];
        for (int token : fragmentToken) {
            tokenStart[token + 1]++;
        }
        Arrays.parallelPrefix(tokenStart, Integer::sum);
        this.byToken = new int[fragmentToken.length];
        int[] next = tokenStart.clone();
        for (int f = 0; f < byToken.length; f++) {
            byToken[next[fragmentToken[f]]++] = f;
        }
    }

    /// Breaks `tokens` into lines of at most `width` units (a single character wider than that stands alone).
    public static HeatmapLayout of(
            List<String> tokens, HeatmapStyle setting, int textSize, TextMeasure measure, double width) {
        return new LineBreaker(setting, new TextStyle(setting.face(), textSize, false), measure, width).layout(tokens);
    }

    public int tokens() {
        return tokens;
    }

    public int lines() {
        return lineStart.length - 1;
    }

    public double width() {
        return width;
    }

    public double height() {
        return lines() * lineHeight;
    }

    public double lineHeight() {
        return lineHeight;
    }

    /// The token at a point, or −1 where there is none.
    public int tokenAt(double x, double y) {
        if (y < 0 || y >= height()) {
            return -1;
        }
        int line = (int) (y / lineHeight);
        int low = lineStart[line];
        int high = lineStart[line + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (x < fragmentX[middle]) {
                high = middle - 1;
            } else if (x >= fragmentX[middle] + fragmentWidth[middle]) {
                low = middle + 1;
            } else {
                return fragmentToken[middle];
            }
        }
        return -1;
    }

    /// The token in `line` (0 … lines − 1) that is nearest to `x`, or −1 in an empty layout: for moving up and
    /// down.
    public int nearest(int line, double x) {
        if (line < 0 || line >= lines() || lineStart[line] == lineStart[line + 1]) {
            return -1;
        }
        int best = lineStart[line];
        while (best + 1 < lineStart[line + 1] && fragmentX[best + 1] <= x) {
            best++;
        }
        return fragmentToken[best];
    }

    /// The pieces of a token with their places, in reading order.
    public List<Fragment> fragments(int token) {
        List<Fragment> fragments = new ArrayList<>();
        for (int i = tokenStart[token]; i < tokenStart[token + 1]; i++) {
            fragments.add(fragment(byToken[i], lineOf(byToken[i])));
        }
        return fragments;
    }

    /// The pieces in a line, from left to right.
    public List<Fragment> line(int line) {
        List<Fragment> fragments = new ArrayList<>(lineStart[line + 1] - lineStart[line]);
        for (int f = lineStart[line]; f < lineStart[line + 1]; f++) {
            fragments.add(fragment(f, line));
        }
        return fragments;
    }

    private Fragment fragment(int f, int line) {
        return new Fragment(fragmentToken[f], line, fragmentText[f], fragmentX[f], line * lineHeight, fragmentWidth[f]);
    }

    private int lineOf(int fragment) {
        int found = Arrays.binarySearch(lineStart, fragment);
        // equal starts cannot be: a line holds at least one fragment
        return found >= 0 ? found : -found - 2;
    }

    /// A token, or the part of it that stands in one line.
    ///
    /// @param text what is drawn
    /// @param x left end
    /// @param y top of its line
    public record Fragment(int token, int line, String text, double x, double y, double width) {}
}
