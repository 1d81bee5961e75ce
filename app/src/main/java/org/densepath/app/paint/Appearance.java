package org.densepath.app.paint;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.ColorScheme;
import org.densepath.paint.Theme;

/// Light or dark: the controls' style sheet, and the theme of what is drawn.
public enum Appearance {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), Theme.LIGHT),
    DARK(new PrimerDark().getUserAgentStylesheet(), Theme.DARK);

    private final String stylesheet;
    private final Theme theme;

    Appearance(String stylesheet, Theme theme) {
        this.stylesheet = stylesheet;
        this.theme = theme;
    }

    /// The one that the system asks for.
    public static Appearance of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    public String stylesheet() {
        return stylesheet;
    }

    public Theme theme() {
        return theme;
    }

    /// The theme for charts within a card, which has a margin of its own and a heading; with smaller text when
    /// `narrow`.
    public Theme panelTheme(boolean narrow) {
        int smaller = narrow ? 1 : 0;
        return new Theme(
                theme.name(),
                theme.dark(),
                theme.background(),
                theme.ink(),
                theme.muted(),
                theme.noCredit(),
                theme.faint(),
                theme.alarm(),
                theme.series(),
                13 - smaller,
                12 - smaller,
                11 - smaller,
                theme.lineWidth(),
                6);
    }

    public Appearance other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
