package org.densepath.paint.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.densepath.paint.Alignment;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.BarPainter;
import org.densepath.paint.CreditedText;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.Extent;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.HeatmapPainter;
import org.densepath.paint.NumberText;
import org.densepath.paint.PairFigure;
import org.densepath.paint.PairPainter;
import org.densepath.paint.PanelLayout;
import org.densepath.paint.RadarPainter;
import org.densepath.paint.Series;

/// What a web page's script shows under the pointer, as JSON: `areas` with their words (tokens, bars), `panels`
/// with the curves' points.
final class HoverValues {
    private static final int COLUMNS = 1000;
    /// How near the pointer must be to a corner of a radar.
    private static final double REACH = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private HoverValues() {}

    static String of(KeptFigure kept) {
        ObjectNode values = JSON.createObjectNode();
        ArrayNode areas = values.putArray("areas");
        ArrayNode panels = values.putArray("panels");
        AwtTextMeasure measure = kept.measure();
        double left = kept.settings().theme().margin();
        switch (kept.painter(measure)) {
            case HeatmapPainter painter -> tokens(areas, (HeatmapFigure) kept.figure(), painter, left);
            case PairPainter painter -> columns(areas, (PairFigure) kept.figure(), painter);
            case BarPainter painter -> bars(areas, painter, left);
            case RadarPainter painter -> corners(areas, painter);
            case CurvePainter painter -> painter.panels().forEach(panel -> panel(panels.addObject(), panel, kept));
        }
        // no end tag and no entity may come of a token
        return values.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static void tokens(ArrayNode areas, HeatmapFigure figure, HeatmapPainter painter, double left) {
        for (int t = 0; t < figure.texts().size(); t++) {
            CreditedText text = figure.texts().get(t);
            HeatmapLayout layout = painter.layout(t);
            for (int i = 0; i < layout.tokens(); i++) {
                float credit = text.credit()[i];
                String value = value(credit);
                for (HeatmapLayout.Fragment f : layout.fragments(i)) {
                    area(areas, left + f.x(), painter.textTop(t) + f.y(), f.width(), layout.lineHeight())
                            .add("“" + text.tokens().get(i) + "”")
                            .add(figure.layer() + ": " + value)
                            .add("token " + i + (text.heading().isEmpty() ? "" : " of " + text.heading()));
                }
            }
        }
    }

    private static void columns(ArrayNode areas, PairFigure figure, PairPainter painter) {
        float[] differences = figure.differences();
        for (int i = 0; i < differences.length; i++) {
            Alignment.Column column = figure.alignment().columns().get(i);
            PairPainter.Place place = painter.place(i);
            ArrayNode words = area(areas, place.x(), place.y(), place.width(), place.height());
            side(words, "A", figure, figure.first(), column.first());
            side(words, "B", figure, figure.second(), column.second());
            words.add("B − A: " + NumberText.signed(differences[i]));
        }
    }

    private static void side(ArrayNode words, String name, PairFigure figure, CreditedText text, int token) {
        words.add(
                token < 0
                        ? name + ": no token"
                        : name + ": “" + text.tokens().get(token) + "”, " + figure.layer() + " "
                                + value(text.credit()[token]));
    }

    private static String value(float credit) {
        return Float.isNaN(credit) ? "no credit" : NumberText.signed(credit);
    }

    private static void bars(ArrayNode areas, BarPainter painter, double left) {
        for (BarPainter.Row row : painter.rows()) {
            ArrayNode words = area(areas, left, row.top(), painter.width() - 2 * left, row.height())
                    .add(row.bar().name())
                    .add(row.value());
            if (!row.heading().isEmpty()) {
                words.add(row.heading());
            }
            if (!row.bar().note().isEmpty()) {
                words.add(row.bar().note());
            }
            if (!row.bar().points().isEmpty()) {
                words.add(row.bar().points().stream().map(NumberText::plain).collect(Collectors.joining(", ")));
            }
        }
    }

    private static void corners(ArrayNode areas, RadarPainter painter) {
        for (RadarPainter.Corner corner : painter.corners()) {
            area(areas, corner.x() - REACH, corner.y() - REACH, 2 * REACH, 2 * REACH)
                    .add(corner.ring().name())
                    .add(corner.spoke() + ": " + NumberText.plain(corner.value()));
        }
    }

    private static ArrayNode area(ArrayNode areas, double x, double y, double width, double height) {
        ObjectNode area = areas.addObject();
        ArrayNode place = area.putArray("at");
        for (double part : new double[] {x, y, width, height}) {
            place.add(Math.round(100 * part) / 100.0);
        }
        return area.putArray("words");
    }

    private static void panel(ObjectNode node, PanelLayout layout, KeptFigure kept) {
        Extent x = layout.x().extent();
        node.put("title", layout.panel().title())
                .put("unit", layout.panel().yLabel())
                .put("axis", layout.panel().xLabel())
                .put("left", layout.left())
                .put("top", layout.top())
                .put("width", layout.width())
                .put("height", layout.height())
                .put("low", x.low())
                .put("high", x.high());
        ArrayNode curves = node.putArray("series");
        for (Series series : layout.panel().series()) {
            ObjectNode curve = curves.addObject();
            boolean raw = series.emphasis() == Series.Emphasis.FAINT;
            curve.put("name", series.name() + (raw ? ", raw" : ""));
            curve.put("colour", HtmlPage.hex(kept.settings().theme().series(series.colour())));
            ArrayNode xs = curve.putArray("x");
            ArrayNode ys = curve.putArray("y");
            ArrayNode words = curve.putArray("words");
            List<Integer> points = Thinning.of(series, x, COLUMNS);
            for (int i : points) {
                if (Double.isFinite(series.y()[i])) {
                    double place = layout.y().place(series.y()[i]);
                    xs.add(series.x()[i]);
                    ys.add(Double.isNaN(place) ? layout.bottom() : Math.round(100 * place) / 100.0);
                    words.add(NumberText.plain(series.y()[i]));
                }
            }
        }
    }
}
