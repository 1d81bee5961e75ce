package org.densepath.paint.file;

import java.util.OptionalDouble;
import org.densepath.BadInputException;

/// How large a figure is placed, and how finely it is drawn.
///
/// @param heightMillimetres for curves; empty lets the content decide
/// @param dpi pixels per inch of a PNG
public record FigureSize(double widthMillimetres, OptionalDouble heightMillimetres, double dpi) {
    private static final double INCH = 25.4;
    private static final double UNITS_PER_INCH = 96;

    public FigureSize {
        if (!(widthMillimetres >= 20 && widthMillimetres <= 2000)) {
            throw new BadInputException("A figure is 20 to 2000 mm wide, not " + widthMillimetres + ".");
        }
        if (heightMillimetres.isPresent()
                && !(heightMillimetres.getAsDouble() >= 20 && heightMillimetres.getAsDouble() <= 2000)) {
            throw new BadInputException("A figure is 20 to 2000 mm high, not " + heightMillimetres.getAsDouble() + ".");
        }
        if (!(dpi >= 30 && dpi <= 2400)) {
            throw new BadInputException("A picture has 30 to 2400 pixels per inch, not " + dpi + ".");
        }
    }

    /// `width` millimetres wide, as a journal asks for it (85 one column, 180 two).
    public static FigureSize millimetres(double width, double dpi) {
        return new FigureSize(width, OptionalDouble.empty(), dpi);
    }

    /// As wide as `width` pixels of a screen with 96 to the inch.
    public static FigureSize pixels(double width) {
        return new FigureSize(width / UNITS_PER_INCH * INCH, OptionalDouble.empty(), UNITS_PER_INCH);
    }

    /// In units of 1/96 inch.
    public double widthUnits() {
        return widthMillimetres / INCH * UNITS_PER_INCH;
    }

    /// In units, where a height is given.
    public OptionalDouble heightUnits() {
        return heightMillimetres.isEmpty()
                ? heightMillimetres
                : OptionalDouble.of(heightMillimetres.getAsDouble() / INCH * UNITS_PER_INCH);
    }

    /// Pixels per unit.
    public double scale() {
        return dpi / UNITS_PER_INCH;
    }
}
