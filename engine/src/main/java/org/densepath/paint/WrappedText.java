package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// Plain text in lines: headings and captions.
///
/// @param lines without blanks at the breaks
record WrappedText(List<String> lines, TextStyle style) {
    /// Room for a line, as a multiple of the text size.
    private static final double LEADING = 1.35;

    static WrappedText of(String text, TextStyle style, TextMeasure measure, double width) {
        List<String> lines = new ArrayList<>();
        if (!text.isBlank()) {
            HeatmapStyle plain = new HeatmapStyle(style.face(), 0, LEADING, false, false);
            List<String> words = List.of(text.strip().split("(?=\\s)"));
            HeatmapLayout layout = new LineBreaker(plain, style, measure, width).layout(words);
            for (int line = 0; line < layout.lines(); line++) {
                StringBuilder joined = new StringBuilder();
                layout.line(line).forEach(piece -> joined.append(piece.text()));
                lines.add(joined.toString().strip());
            }
        }
        return new WrappedText(lines, style);
    }

    double lineHeight() {
        return LEADING * style.size();
    }

    double height() {
        return lines.size() * lineHeight();
    }

    void paint(Surface surface, double left, double top, Ink ink) {
        double baseline = top + style.size();
        for (String line : lines) {
            surface.text(line, left, baseline, style, ink);
            baseline += lineHeight();
        }
    }
}
