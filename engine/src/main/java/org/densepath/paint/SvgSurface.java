package org.densepath.paint;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/// A surface that becomes an SVG document with real text.
///
/// JFreeSVG loses blanks at the ends of a text and says nothing of its width. Both are added here: `xml:space`,
/// and `textLength`, so that a token fills its cell in whatever font the reader's machine puts in place of ours.
final class SvgSurface implements Surface {
    private static final Pattern TEXT_TAG = Pattern.compile("<text ");

    private final SVGGraphics2D graphics;
    private final Graphics2DSurface surface;
    private final double width;
    private final double height;
    private final List<Double> textWidths = new ArrayList<>();

    SvgSurface(double width, double height, AwtTextMeasure measure) {
        this.width = width;
        this.height = height;
        graphics = new SVGGraphics2D(width, height);
        // by default made from the clock; a figure drawn twice must give the same file
        graphics.setDefsKeyPrefix("d");
        graphics.setGeomDoubleConverter(SvgSurface::number);
        graphics.setTransformDoubleConverter(SvgSurface::number);
        // Verdana and Menlo are drawn to the same widths as DejaVu
        graphics.setFontFunction(family -> family.equals(Font.MONOSPACED)
                ? "DejaVu Sans Mono, Menlo, Consolas, monospace"
                : "DejaVu Sans, Verdana, sans-serif");
        surface = Graphics2DSurface.ofVectors(graphics, measure);
    }

    /// The document.
    ///
    /// @param millimetres the width it is placed at; the height follows
    /// @param metadata any text, kept in
    /// `<metadata>`
    String document(double millimetres, String title, String description, String metadata) {
        String body = graphics.getSVGElement(null, false, new ViewBox(0, 0, 0, 0), null, null);
        Matcher tags = TEXT_TAG.matcher(body.substring(body.indexOf('>') + 1));
        int[] seen = {0};
        String texts = tags.replaceAll(tag -> "<text xml:space='preserve' textLength='"
                + number(textWidths.get(seen[0]++)) + "' lengthAdjust='spacingAndGlyphs' ");
        return "<?xml version='1.0' encoding='UTF-8'?>\n<svg xmlns='http://www.w3.org/2000/svg' version='1.1' width='"
                + number(millimetres) + "mm' height='" + number(millimetres * height / width) + "mm' viewBox='0 0 "
                + number(width) + " " + number(height) + "'>\n<title>" + escaped(title) + "</title>\n<desc>"
                + escaped(description) + "</desc>\n<metadata>" + escaped(metadata) + "</metadata>\n" + texts + "\n";
    }

    @Override
    public TextMeasure measure() {
        return surface.measure();
    }

    @Override
    public double pixel() {
        return surface.pixel();
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Ink ink) {
        surface.fillRectangle(x, y, width, height, ink);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        surface.line(x1, y1, x2, y2, pen);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, Pen pen) {
        surface.polyline(x, y, points, pen);
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int points, Ink ink) {
        surface.fillPolygon(x, y, points, ink);
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Ink ink) {
        if (text.isEmpty()) {
            return;
        }
        textWidths.add(measure().width(text, style));
        surface.text(text, x, baseline, style, ink);
    }

    @Override
    public void clip(double x, double y, double width, double height, Runnable inside) {
        surface.clip(x, y, width, height, inside);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return Glyphs.printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
