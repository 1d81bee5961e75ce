package org.densepath.paint.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.densepath.paint.AwtTextMeasure;
import org.densepath.paint.FigurePainter;
import org.densepath.paint.Ink;
import org.densepath.paint.Theme;

/// Figures as a web page that needs nothing else: the drawing, and under the pointer the values. In the theme
/// `light` it follows the reader's system into the dark; in the others it stays as it is.
final class HtmlPage {
    private HtmlPage() {}

    static String of(KeptFigure kept, String stamp) {
        boolean both = kept.settings().theme().name().equals(Theme.LIGHT.name());
        KeptFigure dark = kept.with(kept.settings().withTheme(Theme.DARK));
        String figure = both ? picture(kept, "light") + picture(dark, "dark") : picture(kept, "only");
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="DensePath Workbench">
            <meta name="description" content="%s">
            <title>%s</title>
            <style>
            %s%s</style>
            </head>
            <body>
            <figure>
            %s</figure>
            <div id="tip" role="status" hidden></div>
            <script type="application/json" id="densepath">%s</script>
            <script type="application/json" id="values">%s</script>
            <script>
            %s</script>
            </body>
            </html>
            """.formatted(
                        attribute(kept.figure().caption()),
                        SvgSurface.escaped(kept.figure().title()),
                        resource("page.css"),
                        colours(kept.settings().theme(), both),
                        figure,
                        stamp,
                        HoverValues.of(kept),
                        resource("hover.js"));
    }

    private static String picture(KeptFigure kept, String name) {
        AwtTextMeasure measure = kept.measure();
        FigurePainter painter = kept.painter(measure);
        SvgSurface surface = new SvgSurface(painter.width(), painter.height(), measure, name.substring(0, 1));
        painter.paint(surface);
        return "<svg class='" + name + "' xmlns='http://www.w3.org/2000/svg' role='img' aria-label='"
                + attribute(kept.figure().title()) + "' viewBox='" + surface.viewBox() + "' style='width:"
                + SvgSurface.number(kept.settings().size().widthMillimetres()) + "mm'>\n"
                + surface.body() + "\n";
    }

    private static String colours(Theme theme, boolean both) {
        String own = root(theme);
        return both ? own + "@media (prefers-color-scheme: dark) { " + root(Theme.DARK) + " }\n" : own;
    }

    private static String root(Theme theme) {
        return ":root { --background: %s; --ink: %s; --muted: %s; --faint: %s }\n"
                .formatted(hex(theme.background()), hex(theme.ink()), hex(theme.muted()), hex(theme.faint()));
    }

    static String hex(Ink ink) {
        return String.format(Locale.ROOT, "#%06x", ink.argb() & 0xffffff);
    }

    private static String attribute(String text) {
        return SvgSurface.escaped(text).replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
