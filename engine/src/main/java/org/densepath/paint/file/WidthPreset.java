package org.densepath.paint.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// Widths that are asked for often.
public enum WidthPreset {
    COLUMN("one column", 84),
    TWO_COLUMNS("two columns", 174),
    SLIDE("slide", 254);

    private static final Pattern LENGTH = Pattern.compile("([0-9.]+)\\s*(mm|cm|in|pt)?");

    private final String label;
    private final double millimetres;

    WidthPreset(String label, double millimetres) {
        this.label = label;
        this.millimetres = millimetres;
    }

    /// What a person calls it.
    public String label() {
        return label;
    }

    public double millimetres() {
        return millimetres;
    }

    /// The preset of that width.
    public static Optional<WidthPreset> of(double millimetres) {
        return Stream.of(values()).filter(p -> p.millimetres == millimetres).findFirst();
    }

    /// Millimetres of `84mm`, `8.4cm`, `3.3in`, `240pt`, `84`, `column`, `two-columns`, `slide`.
    ///
    /// @throws BadInputException when it is none of them
    public static double parse(String width) {
        String text = width.strip().toLowerCase(Locale.ROOT);
        for (WidthPreset preset : values()) {
            if (preset.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return preset.millimetres;
            }
        }
        Matcher length = LENGTH.matcher(text);
        try {
            if (length.matches()) {
                double unit =
                        switch (String.valueOf(length.group(2))) {
                            case "cm" -> 10;
                            case "in" -> 25.4;
                            case "pt" -> 25.4 / 72.27;
                            default -> 1;
                        };
                return Double.parseDouble(length.group(1)) * unit;
            }
        } catch (NumberFormatException e) {
            // "1.2.3": refused below
        }
        throw new BadInputException(
                "A width is written as 84mm, 8.4cm, 3.3in, 240pt, column, two-columns or slide, not '" + width + "'.");
    }
}
