package org.densepath.paint.file;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.Ink;
import org.densepath.paint.Pen;
import org.densepath.paint.Surface;
import org.densepath.paint.TextMeasure;
import org.densepath.paint.TextStyle;
import org.densepath.paint.font.FontRun;

/// A surface that becomes a PDF page with real text.
///
/// Text whose font's file can be embedded is text. Characters that a layout engine must place (accents that
/// combine, Arabic), and those of fonts that cannot be embedded, are drawn as shapes with invisible text on them,
/// so that they look right and can still be searched and copied.
final class PdfSurface implements Surface {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final PDPageContentStream page;
    private final PdfFonts fonts;
    private final AwtTextMeasure measure;

    /// A step of drawing, which may find the stream broken.
    @FunctionalInterface
    private interface Drawing {
        void run() throws IOException;
    }

    /// @param page whose coordinates are the surface's own: units, y down
    PdfSurface(PDPageContentStream page, PdfFonts fonts, AwtTextMeasure measure) {
        this.page = page;
        this.fonts = fonts;
        this.measure = measure;
    }

    @Override
    public TextMeasure measure() {
        return measure;
    }

    @Override
    public double pixel() {
        return 0;
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Ink ink) {
        draw(() -> {
            fillWith(ink);
            page.addRect((float) x, (float) y, (float) width, (float) height);
            page.fill();
        });
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        polyline(new double[] {x1, x2}, new double[] {y1, y2}, 2, pen);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, Pen pen) {
        if (points > 1) {
            draw(() -> {
                float width = (float) pen.width();
                page.setStrokingColor(red(pen.ink()), green(pen.ink()), blue(pen.ink()));
                page.setGraphicsStateParameters(fonts.opacity(pen.ink()));
                page.setLineWidth(width);
                page.setLineJoinStyle(1);
                page.setLineDashPattern(pen.dashed() ? new float[] {4 * width, 3 * width} : new float[0], 0);
                path(x, y, points);
                page.stroke();
            });
        }
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int points, Ink ink) {
        if (points > 2) {
            draw(() -> {
                fillWith(ink);
                path(x, y, points);
                page.closePath();
                page.fill();
            });
        }
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Ink ink) {
        draw(() -> {
            fillWith(ink);
            double at = x;
            for (FontRun run : measure.runs(text, style)) {
                PDFont font = fonts.embedded(run.font(), run.text());
                double width = measure.width(run, style);
                if (font != null && !run.shaped()) {
                    show(run.text(), font, style.size(), at, baseline, RenderingMode.FILL, 100);
                } else {
                    shapes(run, style, at, baseline);
                    invisible(run, font, style, at, baseline, width);
                }
                at += width;
            }
        });
    }

    @Override
    public void clip(double x, double y, double width, double height, Runnable inside) {
        draw(() -> {
            page.saveGraphicsState();
            page.addRect((float) x, (float) y, (float) width, (float) height);
            page.clip();
            inside.run();
            page.restoreGraphicsState();
        });
    }

    private void shapes(FontRun run, TextStyle style, double x, double baseline) throws IOException {
        Font font = measure.sized(run, style);
        char[] characters = run.text().toCharArray();
        Shape outline = font.layoutGlyphVector(CONTEXT, characters, 0, characters.length, Font.LAYOUT_LEFT_TO_RIGHT)
                .getOutline((float) x, (float) baseline);
        PathIterator path = outline.getPathIterator(new AffineTransform());
        boolean any = false;
        float[] at = new float[6];
        float[] last = new float[2];
        for (; !path.isDone(); path.next()) {
            int segment = path.currentSegment(at);
            any = true;
            switch (segment) {
                case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
                case PathIterator.SEG_CUBICTO -> page.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                case PathIterator.SEG_QUADTO -> // a PDF has cubic curves only
                    page.curveTo(
                            last[0] + 2f / 3 * (at[0] - last[0]),
                            last[1] + 2f / 3 * (at[1] - last[1]),
                            at[2] + 2f / 3 * (at[0] - at[2]),
                            at[3] + 2f / 3 * (at[1] - at[3]),
                            at[2],
                            at[3]);
                default -> page.closePath();
            }
            int end = segment == PathIterator.SEG_QUADTO ? 2 : segment == PathIterator.SEG_CUBICTO ? 4 : 0;
            if (segment != PathIterator.SEG_CLOSE) {
                last = new float[] {at[end], at[end + 1]};
            }
        }
        if (any) {
            page.fill();
        }
    }

    /// The run's text as text that is not seen, as wide as its shapes.
    private void invisible(FontRun run, PDFont font, TextStyle style, double x, double baseline, double width)
            throws IOException {
        PDFont carrier = font == null ? fonts.blank() : font;
        String carried = font == null ? " " : run.text();
        double natural = carrier.getStringWidth(carried) / 1000 * style.size();
        double stretch = natural > 0 && width > 0 ? 100 * width / natural : 100;
        if (font == null) {
            beginActualText(run.text());
        }
        show(carried, carrier, style.size(), x, baseline, RenderingMode.NEITHER, stretch);
        if (font == null) {
            page.endMarkedContent();
        }
    }

    /// What a reader takes in place of the glyphs that follow. Written by hand, because Poppler heeds it only
    /// where it stands in the page itself, and PDFBox writes it elsewhere.
    @SuppressWarnings("deprecation")
    private void beginActualText(String text) throws IOException {
        String utf16 = HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        page.appendRawCommands("/Span <</ActualText <FEFF" + utf16 + ">>> BDC\n");
    }

    private void show(String text, PDFont font, int size, double x, double baseline, RenderingMode mode, double stretch)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.setRenderingMode(mode);
        page.setHorizontalScaling((float) stretch);
        page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) x, (float) baseline));
        page.showText(text);
        page.endText();
    }

    private void path(double[] x, double[] y, int points) throws IOException {
        page.moveTo((float) x[0], (float) y[0]);
        for (int i = 1; i < points; i++) {
            page.lineTo((float) x[i], (float) y[i]);
        }
    }

    private void fillWith(Ink ink) throws IOException {
        page.setNonStrokingColor(red(ink), green(ink), blue(ink));
        page.setGraphicsStateParameters(fonts.opacity(ink));
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float red(Ink ink) {
        return ink.red() / 255f;
    }

    private static float green(Ink ink) {
        return ink.green() / 255f;
    }

    private static float blue(Ink ink) {
        return ink.blue() / 255f;
    }
}
