package org.densepath.app.tokens;

import java.util.Arrays;
import java.util.List;
import org.densepath.paint.ColourMap;
import org.densepath.paint.NumberText;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TokenSpans;
import org.densepath.paint.ValueRange;
import org.densepath.run.TraceRow;

/// A response as the heatmap shows it: its cells, a token or several taken together each, with one value a cell.
///
/// @param cells what each cell reads as; a response that was cut has one more, which says so
/// @param credit one value a cell, NaN for no credit
/// @param tokenCredit one value a token
public record Shown(
        TraceRow row,
        StepTrace step,
        TokenLayer layer,
        SpanValue gathering,
        TokenSpans spans,
        List<String> cells,
        float[] credit,
        float[] tokenCredit,
        ValueRange range,
        ColourMap colours) {

    static Shown of(TraceRow row, StepTrace step, StepCredit credits, HeatmapSettings settings) {
        StepCredit.RangeOf of = settings.rangeOf(settings.unit().get());
        TokenLayer layer = of.layer();
        Grouping grouping = credits.grouping(row, of.unit());
        TokenSpans spans = grouping.spans();
        float[] credit = credits.values(row, layer, spans, of.wanted());
        List<String> cells = grouping.cells();
        float[] tokens = layer.of(row, step);
        if (credit.length == 0) {
            // this response lacks what others of the step have
            tokens = filled(row.responseLength());
            credit = filled(spans.count());
        }
        if (row.ended() == TraceRow.Ended.LENGTH) {
            credit = Arrays.copyOf(credit, cells.size());
            credit[cells.size() - 1] = Float.NaN;
        }
        ValueRange range = settings.range(credits.range(row, of));
        return new Shown(
                row,
                step,
                layer,
                layer.gathering(of.wanted()),
                spans,
                cells,
                credit,
                tokens,
                range,
                settings.colours());
    }

    /// The first token of a cell; −1 for what is no token, as the note on the cut.
    public int tokenOf(int cell) {
        return cell < 0 || cell >= spans.count() ? -1 : spans.start(cell);
    }

    public int lastTokenOf(int cell) {
        return cell < 0 || cell >= spans.count() ? -1 : spans.end(cell) - 1;
    }

    public int cellOf(int token) {
        return token < 0 || token >= spans.tokens() ? -1 : spans.spanOf(token);
    }

    /// The cell's value as text: `r̂ +1.42`, `no credit`.
    public String value(int cell) {
        float value = credit[cell];
        if (Float.isNaN(value)) {
            return "no credit";
        }
        boolean several = spans.end(cell) - spans.start(cell) > 1;
        String sign = !several || gathering == SpanValue.FIRST ? "" : gathering == SpanValue.SUM ? "Σ " : "mean ";
        return sign + layer.symbol() + " " + number(value);
    }

    /// A value of the layer as text.
    public String number(double value) {
        return layer.signed() ? NumberText.signed(value) : NumberText.plain(value);
    }

    /// Only itself: whoever listens must draw anew when no more than the style has changed, and no long text is
    /// to be compared.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static float[] filled(int length) {
        float[] none = new float[length];
        Arrays.fill(none, Float.NaN);
        return none;
    }
}
