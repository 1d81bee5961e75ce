package org.densepath.paint.file;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.Glyphs;
import org.densepath.paint.Graphics2DSurface;
import org.densepath.paint.Ink;
import org.densepath.paint.Pen;
import org.densepath.paint.Surface;
import org.densepath.paint.TextMeasure;
import org.densepath.paint.TextStyle;
import org.densepath.paint.font.Typeface;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/// A surface that becomes an SVG document with real text.
///
/// JFreeSVG loses blanks at the ends of a text and says nothing of its width. Both are added here: `xml:space`,
/// and `textLength`, so that a token fills its cell in whatever font the reader's machine puts in place of ours.
final class SvgSurface implements Surface {
    private static final Pattern TEXT_TAG = Pattern.compile("<text ");

    private static final TextStyle PLAIN = new TextStyle(TextStyle.Face.SANS, 1, false);

    private final SVGGraphics2D graphics;
    private final Graphics2DSurface surface;
    private final double width;
    private final double height;
    private final List<Double> textWidths = new ArrayList<>();

    /// @param prefix of the identifiers within, which must differ among pictures of one page
    SvgSurface(double width, double height, AwtTextMeasure measure, String prefix) {
        this.width = width;
        this.height = height;
        graphics = new SVGGraphics2D(width, height);
        // by default made from the clock; a figure drawn twice must give the same file
        graphics.setDefsKeyPrefix(prefix);
        graphics.setGeomDoubleConverter(SvgSurface::number);
        graphics.setTransformDoubleConverter(SvgSurface::number);
        graphics.setFontFunction(
                family -> families(family.equals(Font.MONOSPACED) ? Typeface.MONO : measure.typeface(PLAIN)));
        surface = Graphics2DSurface.ofVectors(graphics, measure);
    }

    /// The document.
    ///
    /// @param millimetres the width it is placed at; the height follows
    /// @param stamp kept in `<metadata>`, as it is
    String document(double millimetres, String title, String description, String stamp) {
        String opening = "<svg xmlns='http://www.w3.org/2000/svg' version='1.1' width='" + number(millimetres)
                + "mm' height='" + number(millimetres * height / width) + "mm' viewBox='" + viewBox() + "'>\n<title>"
                + escaped(title) + "</title>\n<desc>" + escaped(description) + "</desc>\n";
        return "<?xml version='1.0' encoding='UTF-8'?>\n" + opening + "<metadata id='densepath'>" + stamp
                + "</metadata>\n" + body() + "\n";
    }

    /// `0 0 width height` in units.
    String viewBox() {
        return "0 0 " + number(width) + " " + number(height);
    }

    /// All that was drawn, and the end tag of `svg`.
    String body() {
        String body = graphics.getSVGElement(null, false, new ViewBox(0, 0, 0, 0), null, null);
        Matcher tags = TEXT_TAG.matcher(body.substring(body.indexOf('>') + 1));
        int[] seen = {0};
        return tags.replaceAll(tag -> "<text xml:space='preserve' textLength='" + number(textWidths.get(seen[0]++))
                + "' lengthAdjust='spacingAndGlyphs' ");
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
        String family = style.face() == TextStyle.Face.MONO ? Font.MONOSPACED : Font.SANS_SERIF;
        graphics.setFont(new Font(family, style.bold() ? Font.BOLD : Font.PLAIN, style.size()));
        graphics.setColor(new Color(ink.argb(), true));
        graphics.drawString(text, (float) x, (float) baseline);
    }

    @Override
    public void clip(double x, double y, double width, double height, Runnable inside) {
        surface.clip(x, y, width, height, inside);
    }

    /// The shipped family, then what is drawn to about the same widths elsewhere.
    private static String families(Typeface typeface) {
        return switch (typeface) {
            case SANS -> "DejaVu Sans, Verdana, sans-serif";
            case CONDENSED -> "DejaVu Sans Condensed, DejaVu Sans, Tahoma, sans-serif";
            case SERIF -> "DejaVu Serif, Georgia, serif";
            case MONO -> "DejaVu Sans Mono, Menlo, Consolas, monospace";
        };
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    static String escaped(String text) {
        return Glyphs.printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
