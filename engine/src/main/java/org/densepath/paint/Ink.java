package org.densepath.paint;

/// A colour as 0xAARRGGBB in sRGB.
public record Ink(int argb) {
    /// An opaque colour from components between 0 and 255.
    public static Ink rgb(int red, int green, int blue) {
        if ((red | green | blue) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
            throw new IllegalArgumentException("a colour's parts lie in 0..255: " + red + ", " + green + ", " + blue);
        }
        return new Ink(0xff000000 | red << 16 | green << 8 | blue);
    }

    /// An opaque colour from `#rrggbb`.
    public static Ink of(String hex) {
        return new Ink(0xff000000 | Integer.parseInt(hex.substring(1), 16));
    }

    public int red() {
        return argb >> 16 & 0xff;
    }

    public int green() {
        return argb >> 8 & 0xff;
    }

    public int blue() {
        return argb & 0xff;
    }

    /// 0 (invisible) to 255 (opaque).
    public int alpha() {
        return argb >>> 24;
    }

    public Ink withOpacity(double opacity) {
        return new Ink(argb & 0xffffff | (int) Math.round(255 * opacity) << 24);
    }

    /// The opaque colour that results when this one is laid over `background` at `opacity`. Opaque results may
    /// overlap without darkening, and look the same in every viewer.
    public Ink over(Ink background, double opacity) {
        return rgb(
                (int) Math.round(background.red() + (red() - background.red()) * opacity),
                (int) Math.round(background.green() + (green() - background.green()) * opacity),
                (int) Math.round(background.blue() + (blue() - background.blue()) * opacity));
    }

    /// Relative luminance, 0 (black) to 1 (white) (WCAG 2.2).
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    /// Contrast ratio, 1 to 21; small text should reach 4.5 (WCAG 2.2).
    public double contrast(Ink other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// A component between 0 and 255 as linear light between 0 and 1.
    static double linear(int component) {
        double c = component / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
