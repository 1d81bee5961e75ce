package org.densepath.app.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.TextMeasure;
import org.densepath.paint.TextStyle;

/// Where everything of a shown response stands on a page of one width: the prompt under its heading, the response
/// under its own.
final class HeatmapContent {
    static final double HEADING = 22;
    private static final double GAP = 12;
    private static final int PROMPT_SIZE = 14;
    /// Only so much of a prompt is laid out.
    private static final int PROMPT_CHARACTERS = 20_000;

    private final HeatmapLayout text;
    private final Optional<HeatmapLayout> prompt;
    private final double textTop;

    HeatmapContent(
            List<String> cells,
            Optional<String> promptText,
            HeatmapStyle style,
            int textSize,
            TextMeasure measure,
            double width) {
        text = HeatmapLayout.of(cells, style, textSize, measure, width);
        // small and without gaps: its words are no tokens, and it is there to be recognised
        HeatmapStyle plain = new HeatmapStyle(TextStyle.Face.SANS, 0, 1.6, style.newlines(), style.blanks());
        int small = Math.min(textSize, PROMPT_SIZE);
        prompt = promptText.map(p -> HeatmapLayout.of(words(p), plain, small, measure, width));
        textTop = prompt.map(p -> HEADING + p.height() + GAP).orElse(0.0) + HEADING;
    }

    /// The prompt in pieces that a line may break between.
    static List<String> words(String prompt) {
        String shown = prompt.length() <= PROMPT_CHARACTERS ? prompt : prompt.substring(0, PROMPT_CHARACTERS) + " …";
        return Arrays.asList(shown.split("(?<=\\s)(?=\\S)"));
    }

    HeatmapLayout text() {
        return text;
    }

    /// Where the first line of the response begins.
    double textTop() {
        return textTop;
    }

    /// The prompt's layout; it begins at [#HEADING].
    Optional<HeatmapLayout> prompt() {
        return prompt;
    }

    double width() {
        return text.width();
    }

    double height() {
        return textTop + text.height() + 4;
    }

    int cellAt(double x, double y) {
        return text.tokenAt(x, y - textTop);
    }

    /// The top of a cell's first line.
    double top(int cell) {
        return textTop + text.fragments(cell).getFirst().y();
    }
}
