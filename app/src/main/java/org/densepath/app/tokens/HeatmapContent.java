package org.densepath.app.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.TextMeasure;
import org.densepath.paint.TextStyle;
import org.densepath.run.TraceRow;

/// Where everything of a shown response stands on a page of one width: the prompt under its heading, the response
/// under its own.
final class HeatmapContent {
    static final double HEADING = 22;
    private static final double GAP = 12;
    private static final int PROMPT_SIZE = 14;
    /// Only so much of a prompt is laid out.
    private static final int PROMPT_CHARACTERS = 20_000;

    private static final int PROMPT_TOKENS = 6_000;

    private final HeatmapLayout text;
    private final Optional<HeatmapLayout> prompt;
    private final double textTop;

    HeatmapContent(
            List<String> cells,
            List<String> promptCells,
            HeatmapStyle style,
            int textSize,
            TextMeasure measure,
            double width) {
        text = HeatmapLayout.of(cells, style, textSize, measure, width);
        // small and without gaps: it is there to be recognised
        HeatmapStyle plain = new HeatmapStyle(TextStyle.Face.SANS, 0, 1.6, style.newlines(), style.blanks());
        int small = Math.min(textSize, PROMPT_SIZE);
        prompt = promptCells.isEmpty()
                ? Optional.empty()
                : Optional.of(HeatmapLayout.of(promptCells, plain, small, measure, width));
        textTop = prompt.map(p -> HEADING + p.height() + GAP).orElse(0.0) + HEADING;
    }

    /// The prompt's tokens with those of its template; its words, where the trace has no more than its text.
    static List<String> promptCells(TraceRow row) {
        if (row.promptTokens().isEmpty()) {
            return row.prompt().isEmpty() ? List.of() : words(row.prompt());
        }
        List<String> cells = row.promptTokens();
        if (cells.size() <= PROMPT_TOKENS) {
            return cells;
        }
        List<String> begun = new ArrayList<>(cells.subList(0, PROMPT_TOKENS));
        begun.add(" …");
        return begun;
    }

    private static List<String> words(String prompt) {
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

    /// Whether the cell is laid out: of a long text it may not be yet.
    boolean has(int cell) {
        return cell >= 0 && cell < text.tokens();
    }

    /// The top of a cell's first line.
    double top(int cell) {
        return textTop + text.fragments(cell).getFirst().y();
    }
}
