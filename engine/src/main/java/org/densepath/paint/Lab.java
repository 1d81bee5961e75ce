package org.densepath.paint;

/// A colour in CIELAB (D65), where equal steps look about equally large.
record Lab(double lightness, double a, double b) {
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;

    static Lab of(Ink ink) {
        double r = Ink.linear(ink.red());
        double g = Ink.linear(ink.green());
        double b = Ink.linear(ink.blue());
        double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE_X);
        double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE_Z);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /// The nearest sRGB colour, each component clamped.
    Ink ink() {
        double fy = (lightness + 16) / 116;
        double x = WHITE_X * cube(fy + a / 500);
        double y = cube(fy);
        double z = WHITE_Z * cube(fy - b / 200);
        return Ink.rgb(
                component(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
                component(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
                component(0.0556434 * x - 0.2040259 * y + 1.0572252 * z));
    }

    Lab towards(Lab other, double share) {
        return new Lab(
                lightness + (other.lightness - lightness) * share,
                a + (other.a - a) * share,
                b + (other.b - b) * share);
    }

    /// CIE76 colour difference; about 2.3 is just noticeable.
    double distance(Lab other) {
        return Math.hypot(Math.hypot(lightness - other.lightness, a - other.a), b - other.b);
    }

    private static double root(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double cube(double f) {
        return f * f * f > 216.0 / 24389 ? f * f * f : (116 * f - 16) * 27 / 24389;
    }

    private static int component(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(c, 0, 1));
    }
}
