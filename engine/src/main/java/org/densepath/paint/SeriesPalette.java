package org.densepath.paint;

import java.util.List;
import java.util.stream.Stream;

/// Colours of curves and bars on offer; all are told apart under the common colour deficiencies.
public enum SeriesPalette {
    /// The theme's own (Okabe and Ito).
    OKABE_ITO("Okabe–Ito", List.of(), List.of()),
    /// Paul Tol's bright scheme.
    BRIGHT(
            "Tol bright",
            inks("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#8a8a8a"),
            inks("#6fa3d8", "#ff8b99", "#4fbf62", "#e0d06a", "#7fdcf7", "#d96aa8", "#c4c4c4")),
    /// By lightness alone, for black-and-white printers.
    GREYS(
            "greys",
            inks("#111111", "#8a8a8a", "#4d4d4d", "#b5b5b5", "#2f2f2f", "#6b6b6b"),
            inks("#f2f2f2", "#8a8a8a", "#c0c0c0", "#666666", "#dcdcdc", "#a4a4a4"));

    private final String label;
    private final List<Ink> onLight;
    private final List<Ink> onDark;

    SeriesPalette(String label, List<Ink> onLight, List<Ink> onDark) {
        this.label = label;
        this.onLight = onLight;
        this.onDark = onDark;
    }

    /// What a person calls it.
    public String label() {
        return label;
    }

    /// `theme` with these colours.
    public Theme on(Theme theme) {
        List<Ink> colours = theme.dark() ? onDark : onLight;
        return colours.isEmpty() ? theme : theme.withSeries(colours);
    }

    private static List<Ink> inks(String... hex) {
        return Stream.of(hex).map(Ink::of).toList();
    }
}
