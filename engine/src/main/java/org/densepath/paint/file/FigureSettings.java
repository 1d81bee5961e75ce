package org.densepath.paint.file;

import org.densepath.paint.Theme;
import org.densepath.paint.font.Typeface;

/// How a figure is set: its size, its theme, its font.
public record FigureSettings(FigureSize size, Theme theme, Typeface typeface) {
    public static FigureSettings of(FigureSize size, Theme theme) {
        return new FigureSettings(size, theme, Typeface.SANS);
    }

    public FigureSettings withTheme(Theme other) {
        return new FigureSettings(size, other, typeface);
    }

    public FigureSettings withTypeface(Typeface other) {
        return new FigureSettings(size, theme, other);
    }
}
