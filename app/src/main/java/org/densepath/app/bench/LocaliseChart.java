package org.densepath.app.bench;

import java.util.Optional;
import java.util.function.Function;
import org.densepath.bench.Score;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.LocaliseFigures;
import org.densepath.paint.BarFigure;

/// What can be shown of a localisation: bars, or a table of one score.
enum LocaliseChart {
    AUROC("AUROC by kind of error", Optional.empty()),
    AUROC_TABLE("AUROC, table", Optional.of(Localisation.Found::auroc)),
    TOP1_TABLE("Lowest token is the error, table", Optional.of(Localisation.Found::top1)),
    MRR_TABLE("Mean reciprocal rank, table", Optional.of(Localisation.Found::mrr)),
    AGREEMENT("Agreement of the layers", Optional.empty());

    private final String title;
    private final Optional<Function<Localisation.Found, Score>> column;

    LocaliseChart(String title, Optional<Function<Localisation.Found, Score>> column) {
        this.title = title;
        this.column = column;
    }

    String title() {
        return title;
    }

    /// The score that the table tells; empty for bars.
    Optional<Function<Localisation.Found, Score>> column() {
        return column;
    }

    BarFigure figure(Localised localised) {
        return this == AGREEMENT
                ? LocaliseFigures.agreement(localised.agreement())
                : LocaliseFigures.localisation(localised.found());
    }
}
