package org.densepath.paint.font;

import java.util.Locale;

/// The fonts that a figure may be set in. Their files are shipped.
public enum Typeface {
    SANS("DejaVu Sans", "DejaVuSans"),
    CONDENSED("DejaVu Sans Condensed", "DejaVuSansCondensed"),
    SERIF("DejaVu Serif", "DejaVuSerif"),
    MONO("DejaVu Sans Mono", "DejaVuSansMono");

    private final String family;
    private final FontFile regular;
    private final FontFile bold;

    Typeface(String family, String file) {
        this.family = family;
        regular = FontFile.shipped(file);
        bold = FontFile.shipped(file + "-Bold");
    }

    /// The family's name, as other programs know it.
    public String family() {
        return family;
    }

    /// What a person calls it: `condensed`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public FontFile file(boolean wantBold) {
        return wantBold ? bold : regular;
    }
}
