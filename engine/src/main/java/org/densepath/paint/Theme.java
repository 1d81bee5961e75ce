package org.densepath.paint;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// How a figure looks apart from its data: colours, text sizes and line weights in units of 1/96 inch.
///
/// @param ink text and strong marks
/// @param muted secondary text: axis labels, captions
/// @param noCredit text of tokens
/// that carry no credit
/// @param faint grid lines and token boundaries
/// @param alarm limit lines
/// @param series colours of
/// curves, told apart under colour deficiencies (Okabe and Ito)
/// @param margin blank frame around a figure
public record Theme(
        String name,
        boolean dark,
        Ink background,
        Ink ink,
        Ink muted,
        Ink noCredit,
        Ink faint,
        Ink alarm,
        List<Ink> series,
        int titleSize,
        int bodySize,
        int labelSize,
        double lineWidth,
        double margin) {
    private static final List<Ink> ON_LIGHT =
            inks("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b5b5b", "#7a5195");
    private static final List<Ink> ON_DARK =
            inks("#56b4e9", "#f0862e", "#2bc49a", "#e48cc0", "#f0d442", "#8fb8ff", "#c9ced6", "#b48ee0");

    /// For print: white, eight-point text at the size it is placed.
    public static final Theme PAPER = new Theme(
            "paper",
            false,
            Ink.of("#ffffff"),
            Ink.of("#1a1a1a"),
            Ink.of("#595959"),
            Ink.of("#8c8c8c"),
            Ink.of("#dedede"),
            Ink.of("#b3261e"),
            ON_LIGHT,
            12,
            11,
            9,
            1.2,
            4);

    /// For the screen.
    public static final Theme LIGHT = new Theme(
            "light",
            false,
            Ink.of("#ffffff"),
            Ink.of("#1f2328"),
            Ink.of("#59636e"),
            Ink.of("#8c959f"),
            Ink.of("#dfe3e8"),
            Ink.of("#c0362c"),
            ON_LIGHT,
            15,
            14,
            12,
            1.6,
            12);

    /// For the screen at night, and for dark slides.
    public static final Theme DARK = new Theme(
            "dark",
            true,
            Ink.of("#0d1117"),
            Ink.of("#e6edf3"),
            Ink.of("#9198a1"),
            Ink.of("#6e7681"),
            Ink.of("#2a313a"),
            Ink.of("#ff7b72"),
            ON_DARK,
            15,
            14,
            12,
            1.6,
            12);

    /// For a projector: large text, thick lines.
    public static final Theme SLIDE = new Theme(
            "slide",
            false,
            Ink.of("#ffffff"),
            Ink.of("#111418"),
            Ink.of("#4a525b"),
            Ink.of("#848c95"),
            Ink.of("#d5dae0"),
            Ink.of("#b3261e"),
            ON_LIGHT,
            26,
            22,
            18,
            3,
            20);

    public Theme {
        series = List.copyOf(series);
        if (series.isEmpty() || Math.min(titleSize, Math.min(bodySize, labelSize)) < 1 || !(lineWidth > 0)) {
            throw new IllegalArgumentException("a theme needs a series colour, text sizes and a line width above 0");
        }
    }

    public static List<Theme> all() {
        return List.of(PAPER, LIGHT, DARK, SLIDE);
    }

    /// The one of that name, as written on a command line.
    ///
    /// @throws BadInputException when there is none
    public static Theme named(String name) {
        return all().stream()
                .filter(t -> t.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no theme " + name + "; choose "
                        + String.join(", ", all().stream().map(Theme::name).toList()) + "."));
    }

    /// With other colours for curves and bars.
    public Theme withSeries(List<Ink> colours) {
        return new Theme(
                name,
                dark,
                background,
                ink,
                muted,
                noCredit,
                faint,
                alarm,
                colours,
                titleSize,
                bodySize,
                labelSize,
                lineWidth,
                margin);
    }

    public TextStyle title() {
        return new TextStyle(TextStyle.Face.SANS, titleSize, true);
    }

    public TextStyle body() {
        return new TextStyle(TextStyle.Face.SANS, bodySize, false);
    }

    public TextStyle heading() {
        return new TextStyle(TextStyle.Face.SANS, bodySize, true);
    }

    public TextStyle label() {
        return new TextStyle(TextStyle.Face.SANS, labelSize, false);
    }

    public Palette palette(ColourMap map) {
        return new Palette(map, background, dark);
    }

    /// The colour of series `index`; colours repeat after the last.
    public Ink series(int index) {
        return series.get(Math.floorMod(index, series.size()));
    }

    /// Text colour on a coloured cell: the theme's own where it reaches contrast 4.5, else the strongest of its
    /// own, the background, black and white (which always reaches it).
    public Ink textOn(Ink cell) {
        if (ink.contrast(cell) >= 4.5) {
            return ink;
        }
        return Stream.of(ink, background, Ink.rgb(0, 0, 0), Ink.rgb(255, 255, 255))
                .max(Comparator.comparingDouble(text -> text.contrast(cell)))
                .orElseThrow();
    }

    private static List<Ink> inks(String... hex) {
        return Stream.of(hex).map(Ink::of).toList();
    }
}
