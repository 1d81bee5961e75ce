package org.densepath.app.figures;

import java.util.Locale;
import java.util.Optional;
import org.densepath.paint.BarFigure;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.RadarFigure;
import org.densepath.paint.file.FigureSettings;

/// A figure in the page's list.
///
/// @param settings those of the file it was read from, if it was
record ListedFigure(FigureOffer offer, Origin origin, Optional<FigureSettings> settings) {
    /// Where the figure came from; also the list's order.
    enum Origin {
        OFFERED("From other pages"),
        OPENED("Opened from files"),
        RUN("This run"),
        SAVED("Saved in this run");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static ListedFigure offered(FigureOffer offer) {
        return new ListedFigure(offer, Origin.OFFERED, Optional.empty());
    }

    /// What a person calls it: of bars what they measure, because their titles are alike.
    String title() {
        String title = offer.figure().title();
        if (offer.figure() instanceof BarFigure bars && !bars.valueLabel().isBlank()) {
            title = bars.valueLabel();
        }
        return title.isBlank()
                ? offer.suggestedName()
                : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    /// What it is made of.
    String kind() {
        return switch (offer.figure()) {
            case HeatmapFigure heatmap ->
                heatmap.texts().size() == 1
                        ? "heatmap"
                        : "heatmap of " + heatmap.texts().size() + " texts";
            case PairFigure _ -> "two texts, aligned";
            case CurveFigure curves ->
                curves.panels().size() == 1 ? "curves" : curves.panels().size() + " panels of curves";
            case RadarFigure _ -> "radar";
            case BarFigure bars ->
                bars.title().isBlank() ? "bars" : "bars, " + bars.title().toLowerCase(Locale.ROOT);
        };
    }
}
