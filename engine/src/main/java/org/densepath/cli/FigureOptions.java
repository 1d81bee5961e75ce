package org.densepath.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.paint.Theme;
import org.densepath.paint.file.FigureColours;
import org.densepath.paint.file.FigureFormat;
import org.densepath.paint.file.FigureSettings;
import org.densepath.paint.file.FigureSize;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.file.WidthPreset;
import org.densepath.paint.font.Typeface;
import picocli.CommandLine.Option;

/// How figures are set. What is not said stays as it is.
final class FigureOptions {
    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "Any of png, svg, pdf, html, csv, tex, separated by commas (png,svg).")
    private List<String> formats;

    @Option(names = "--width", paramLabel = "WIDTH", description = "84mm, 3.3in, column, two-columns or slide (170mm).")
    private String width;

    @Option(
            names = "--height",
            paramLabel = "HEIGHT",
            description = "Of curves; other figures are as high as they must be.")
    private String height;

    @Option(names = "--dpi", paramLabel = "DPI", description = "Pixels per inch of a PNG (200).")
    private Double dpi;

    @Option(names = "--theme", paramLabel = "THEME", description = "paper, light, dark or slide (paper).")
    private String theme;

    @Option(names = "--font", paramLabel = "FONT", description = "sans, condensed, serif or mono (sans).")
    private String font;

    @Option(
            names = "--palette",
            paramLabel = "PALETTE",
            description = "Of heatmaps: blue-orange, purple-green, brown-teal, signed-grey; of curves and bars:"
                    + " okabe-ito, bright, greys.")
    private String palette;

    List<FigureFormat> formats() {
        return formats == null
                ? List.of(FigureFormat.PNG, FigureFormat.SVG)
                : formats.stream().map(FigureFormat::named).distinct().toList();
    }

    KeptFigure applied(KeptFigure kept) {
        FigureSettings settings = kept.settings();
        FigureSize size = settings.size();
        size = new FigureSize(
                width == null ? size.widthMillimetres() : WidthPreset.parse(width),
                height == null ? size.heightMillimetres() : OptionalDouble.of(WidthPreset.parse(height)),
                dpi == null ? size.dpi() : dpi);
        KeptFigure set = kept.with(new FigureSettings(
                size,
                theme == null ? settings.theme() : Theme.named(theme),
                font == null ? settings.typeface() : typeface(font)));
        return palette == null ? set : FigureColours.recoloured(set, palette);
    }

    private static Typeface typeface(String name) {
        return Arrays.stream(Typeface.values())
                .filter(t -> t.label().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no font " + name + "; choose "
                        + Arrays.stream(Typeface.values()).map(Typeface::label).collect(Collectors.joining(", "))
                        + "."));
    }
}
