package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditFigure;
import org.densepath.paint.SeriesPalette;

/// The palettes that fit a figure, by name: colour maps for heatmaps, colours of series for curves and bars.
public final class FigureColours {
    private FigureColours() {}

    /// What may be chosen for the figure: names as a command line has them (`purple-green`), the usual one first.
    public static List<String> fitting(KeptFigure kept) {
        List<String> names = new ArrayList<>();
        if (kept.figure() instanceof CreditFigure credit) {
            Stream.of(ColourMap.values())
                    .filter(map -> map.diverging() == credit.range().diverging())
                    .forEach(map -> names.add(name(map)));
        } else {
            Stream.of(SeriesPalette.values()).forEach(palette -> names.add(name(palette)));
        }
        return names;
    }

    /// The figure in other colours; unchanged where `palette` is for figures of another kind.
    ///
    /// @throws BadInputException when no figure has such a palette
    public static KeptFigure recoloured(KeptFigure kept, String palette) {
        String wanted = palette.strip()
                .toLowerCase(Locale.ROOT)
                .replace('–', '-')
                .replace(' ', '-')
                .replace('_', '-');
        for (ColourMap map : ColourMap.values()) {
            if (kept.figure() instanceof CreditFigure credit
                    && name(map).equals(wanted)
                    && map.diverging() == credit.range().diverging()) {
                return kept.with(credit.withColours(map));
            }
        }
        for (SeriesPalette series : SeriesPalette.values()) {
            if (!(kept.figure() instanceof CreditFigure) && name(series).equals(wanted)) {
                return kept.with(
                        kept.settings().withTheme(series.on(kept.settings().theme())));
            }
        }
        if (!known().contains(wanted)) {
            throw new BadInputException(
                    "There is no palette " + palette + "; choose one of " + String.join(", ", known()) + ".");
        }
        return kept;
    }

    private static List<String> known() {
        return Stream.concat(Stream.of(ColourMap.values()), Stream.of(SeriesPalette.values()))
                .map(FigureColours::name)
                .distinct()
                .toList();
    }

    private static String name(Enum<?> palette) {
        return palette.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
